// Only the local server adds this script to a page. It loads the page again when the book was built again,
// and shows the sentence of a build that failed.
(() => {
    let own;
    const news = new EventSource("/-/reload");
    const box = () => document.getElementById("build-failed");
    news.onmessage = (event) => {
        box()?.remove();
        if (own !== undefined && own !== event.data) {
            location.reload();
        }
        own = event.data;
    };
    news.addEventListener("failed", (event) => {
        const shown = box() ?? document.createElement("pre");
        shown.id = "build-failed";
        shown.setAttribute("role", "alert");
        shown.textContent = event.data;
        document.body.append(shown);
    });
})();
