// Only the local server adds this script to a page. It loads the page again when the book was built again,
// and shows the sentence of a build that failed.
(() => {
    let own;
    let news;
    const box = () => document.getElementById("build-failed");

    const built = (event) => {
        box()?.remove();
        if (own !== undefined && own !== event.data) {
            location.reload();
        }
        own = event.data;
    };

    const failed = (event) => {
        // This page may be older than the build that ends the failure.
        own ??= "";
        const shown = box() ?? document.createElement("pre");
        shown.id = "build-failed";
        shown.setAttribute("role", "alert");
        shown.textContent = event.data;
        document.body.append(shown);
    };

    // A browser opens six connections to one server. A page that nobody looks at must not hold one of them.
    const listen = () => {
        news?.close();
        if (document.hidden) {
            return;
        }
        news = new EventSource("/-/reload");
        news.addEventListener("message", built);
        news.addEventListener("failed", failed);
    };
    document.addEventListener("visibilitychange", listen);
    listen();
})();
