// Serves a workbook with this repository's program, on a free port.

import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { join } from "node:path";

/** Builds and starts the server; `host` is where it answers, `stop` ends it. */
export async function serve(repository, workbook) {
    const manifest = join(repository, "Cargo.toml");
    const child = spawn(
        "cargo",
        ["run", "--quiet", "--package", "workbook", "--manifest-path", manifest, "--", "serve", "--no-open", "--port", "0"],
        { cwd: workbook, stdio: ["ignore", "pipe", "inherit"], detached: true },
    );
    for await (const line of createInterface({ input: child.stdout })) {
        const address = line.match(/http:\/\/([^/]+)\//);
        if (address) {
            // cargo and the program it runs are one group.
            return { host: address[1], stop: () => process.kill(-child.pid) };
        }
    }
    throw new Error("the server did not start");
}
