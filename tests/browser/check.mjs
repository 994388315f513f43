// What a reader's browser makes of the book: nothing missing, nothing from elsewhere, readable without scripts.

import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { chromium } from "playwright-core";
import { serve } from "./serve.mjs";

const root = resolve(import.meta.dirname, "../..");
const workbook = mkdtempSync(join(tmpdir(), "workbook-"));
for (const folder of ["book", "exercises"]) {
    cpSync(join(root, folder), join(workbook, folder), { recursive: true });
}
const chapters = readdirSync(join(root, "book/src"))
    .filter((name) => name.endsWith(".md"))
    .filter((name) => readFileSync(join(root, "book/src/SUMMARY.md"), "utf8").includes(`(${name})`))
    .map((name) => name.replace(/\.md$/, ".html"));

const server = await serve(root, workbook);
const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM,
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-sync"],
});

let failures = 0;
async function test(name, work) {
    try {
        await work();
        console.log(`ok      ${name}`);
    } catch (error) {
        failures += 1;
        console.log(`FAILED  ${name}\n        ${error.message.replaceAll("\n", "\n        ")}`);
    }
}

/** Opens a page and fails on everything the browser complains of. */
async function look(path, options, work) {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    const complaints = [];
    page.on("console", (said) => ["error", "warning"].includes(said.type()) && complaints.push(said.text()));
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("requestfailed", (request) => {
        // The stream of news ends with its page.
        if (!request.url().endsWith("/-/reload")) complaints.push(`no answer from ${request.url()}`);
    });
    page.on("request", (request) => {
        const { protocol, host } = new URL(request.url());
        if (protocol !== "data:" && host !== server.host) complaints.push(`asks ${request.url()}`);
    });
    page.on("response", (answer) => answer.status() >= 400 && complaints.push(`${answer.status()} ${answer.url()}`));
    await page.goto(`http://${server.host}/${path}`, { waitUntil: "load" });
    await page.evaluate(() => document.fonts.ready).catch(() => {});
    try {
        await work(page);
        assert.deepEqual(complaints, []);
    } finally {
        await context.close();
    }
}

/** Every formula takes up room where the eye looks for it. Returns how many are not folded away. */
async function formulasAreVisible(page) {
    const sizes = await page.evaluate(() =>
        [...document.querySelectorAll("main .katex-html")]
            .filter((formula) => formula.closest("details:not([open])") === null)
            .map((formula) => ({ box: formula.getBoundingClientRect(), text: formula.textContent })),
    );
    for (const { box, text } of sizes) {
        assert.ok(box.width > 2 && box.height > 2, `a formula has no size: ${text}`);
    }
    return sizes.length;
}

const desktop = { viewport: { width: 1280, height: 900 } };
const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };

for (const chapter of chapters) {
    await test(`${chapter}: formulas, and no complaint`, () =>
        look(chapter, desktop, async (page) => {
            const seen = await formulasAreVisible(page);
            if (seen > 0) {
                assert.ok(await page.evaluate(() => document.fonts.check("1em KaTeX_Main")), "the fonts are missing");
            }
        }));
    await test(`${chapter}: readable without JavaScript`, () =>
        look(chapter, { ...desktop, javaScriptEnabled: false }, async (page) => {
            await formulasAreVisible(page);
            assert.ok(await page.locator("main h1").isVisible());
            const contents = page.frameLocator("nav iframe");
            assert.ok(await contents.locator("a[href='introduction.html']").isVisible(), "no table of contents");
            const summary = page.locator("main details summary").first();
            if ((await summary.count()) > 0) {
                await summary.click();
                assert.ok(await page.locator("main details[open] > :not(summary)").first().isVisible(), "an answer stays folded");
            }
        }));
    await test(`${chapter}: as wide as a phone, and no wider`, () =>
        look(chapter, phone, async (page) => {
            const width = await page.evaluate(() => document.scrollingElement.scrollWidth);
            assert.ok(width <= 390, `the page is ${width} pixels wide`);
        }));
}

await test("dark when the system is dark, with and without scripts", async () => {
    for (const javaScriptEnabled of [true, false]) {
        for (const [colorScheme, dark] of [["dark", true], ["light", false]]) {
            await look("introduction.html", { ...desktop, colorScheme, javaScriptEnabled }, async (page) => {
                const colour = await page.locator("html").evaluate((it) => getComputedStyle(it).backgroundColor);
                const light = colour.match(/\d+/g).slice(0, 3).map(Number).reduce((a, b) => a + b) > 384;
                assert.equal(light, !dark, `${colorScheme}, scripts ${javaScriptEnabled}: ${colour}`);
            });
        }
    }
});

await test("search finds a formula by its TeX", () =>
    look("introduction.html", desktop, async (page) => {
        await page.keyboard.press("/");
        await page.keyboard.type("nudge");
        await page.locator("#mdbook-searchresults li").first().waitFor({ timeout: 5000 });
        assert.ok(!(await page.locator("#mdbook-searchresults").textContent()).includes("mathnormal"));
    }));

await test("a saved chapter appears by itself", () =>
    look("updating.html", desktop, async (page) => {
        await page.waitForTimeout(300); // The script has read the first news.
        const file = join(workbook, "book/src/updating.md");
        writeFileSync(file, `${readFileSync(file, "utf8")}\nA sentence $x^2$ that was not there.\n`);
        await page.getByText("that was not there").waitFor({ timeout: 10000 });
    }));

await browser.close();
server.stop();
rmSync(workbook, { recursive: true });
if (failures > 0) {
    console.log(`${failures} failed`);
    process.exit(1);
}
