//! The command, driven as a person and a browser drive it.

mod common;

use common::Workbook;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::time::Duration;

/// Long enough for a slow machine; a test that waits this long has failed.
const PATIENCE: Duration = Duration::from_secs(60);

fn workbook(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_workbook"));
    command.current_dir(folder).args(arguments);
    command
}

fn run(folder: &Path, arguments: &[&str]) -> Output {
    workbook(folder, arguments)
        .output()
        .expect("the command runs")
}

/// The one sentence of a command that fails as it should: exit code 1, nothing of the machinery.
#[track_caller]
fn complaint(folder: &Path, arguments: &[&str]) -> String {
    let output = run(folder, arguments);
    let said = String::from_utf8(output.stderr).expect("the sentence is text");
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.starts_with("error: "), "{said}");
    for noise in ["panicked", "backtrace", "Caused by", "Stack"] {
        assert!(!said.contains(noise), "{said}");
    }
    said
}

#[test]
fn a_folder_without_a_book_is_a_sentence() {
    let empty = tempfile::tempdir().unwrap();
    for arguments in [&[][..], &["serve"], &["build"]] {
        let said = complaint(empty.path(), arguments);
        assert!(said.contains("there is no file book/book.toml"), "{said}");
        assert!(
            said.contains("run this command inside the folder of the workbook"),
            "{said}"
        );
        assert_eq!(said.lines().count(), 1, "{said}");
    }
}

#[test]
fn a_summary_that_cannot_be_read_is_a_sentence() {
    let workbook = Workbook::with("# Page\n");
    workbook.write(
        "book/src/SUMMARY.md",
        "# Summary\n\n- [Page](page.md\n\n---\n\n[A](\n- x\n",
    );
    let said = complaint(&workbook.path(""), &["build"]);
    assert!(
        said.starts_with("error: book/src/SUMMARY.md:3:3: "),
        "{said}"
    );

    workbook.write("book/src/SUMMARY.md", "# Summary\n\n- [Page](pgae.md)\n");
    let said = complaint(&workbook.path(""), &["build"]);
    assert!(said.contains("pgae.md"), "{said}");
    assert_eq!(said.lines().count(), 1, "{said}");

    std::fs::remove_file(workbook.path("book/src/SUMMARY.md")).unwrap();
    let said = complaint(&workbook.path(""), &["build"]);
    assert!(said.contains("SUMMARY.md"), "{said}");
}

#[test]
fn settings_that_cannot_be_read_are_a_sentence() {
    let workbook = Workbook::with("# Page\n");
    workbook.write("book/book.toml", "[book]\ntitle = \n");
    let said = complaint(&workbook.path(""), &["build"]);
    assert!(said.starts_with("error: book/book.toml:2:9: "), "{said}");
    workbook.write("book/book.toml", "[book]\ntitel = \"x\"\n");
    let said = complaint(&workbook.path(""), &["build"]);
    assert!(said.contains("unknown field `titel`"), "{said}");
    assert_eq!(said.lines().count(), 1, "{said}");
}

#[test]
fn a_formula_that_cannot_be_read_stops_every_command() {
    let workbook = Workbook::with("# Page\n\nHere $\\frac{1}$ ends.\n");
    for arguments in [&["build"][..], &["serve", "--no-open"]] {
        let said = complaint(&workbook.path(""), arguments);
        assert!(said.contains("book/src/page.md:3:"), "{said}");
        assert!(said.contains("\\frac{1}"), "{said}");
    }
}

#[test]
fn a_taken_port_is_a_sentence_when_it_was_asked_for() {
    let workbook = Workbook::with("# Page\n");
    let other = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    let port = other.local_addr().unwrap().port().to_string();
    let said = complaint(&workbook.path(""), &["serve", "--port", &port]);
    assert!(said.contains(&format!("port {port} is taken")), "{said}");
}

#[test]
fn build_writes_the_pages_where_it_is_told() {
    let workbook = Workbook::with("# Page\n\nThis is $x$.\n");
    let output = run(
        &workbook.path("book/src"),
        &["build", "--to", "../../pages"],
    );
    assert!(output.status.success(), "{output:?}");
    assert!(workbook.path("pages/page.html").is_file());
    assert!(workbook.path("pages/index.html").is_file());
}

#[test]
fn build_empties_no_folder_but_its_own() {
    let workbook = Workbook::with("# Page\n");
    std::fs::create_dir(workbook.path("mine")).unwrap();
    workbook.write("mine/thesis.txt", "years of work");
    for folder in ["mine", ".", "mine/thesis.txt"] {
        let said = complaint(&workbook.path(""), &["build", "--to", folder]);
        assert!(said.contains("name another folder"), "{said}");
    }
    let kept = std::fs::read_to_string(workbook.path("mine/thesis.txt")).unwrap();
    assert_eq!(kept, "years of work");
    for _ in 0..2 {
        let output = run(&workbook.path(""), &["build", "--to", "pages"]);
        assert!(output.status.success(), "{output:?}");
    }
}

/// A server that ends with the test.
struct Server {
    child: Child,
    address: String,
}

impl Server {
    fn start(workbook: &Workbook, arguments: &[&str]) -> Self {
        let mut command = self::workbook(&workbook.path(""), arguments);
        let mut child = command
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("it starts");
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let line = lines.next().expect("it says something").unwrap();
        let address = line.split("http://").nth(1).expect("it says where it is");
        let address = address.split('/').next().unwrap().to_owned();
        // Keep reading, or the server would wait for room to say more.
        std::thread::spawn(move || lines.for_each(drop));
        Self { child, address }
    }

    /// Sends a request as it is written here, and reads as much of the answer as `enough` wants.
    fn ask(&self, path: &str, host: &str, headers: &str) -> TcpStream {
        let mut stream = TcpStream::connect(&self.address).expect("it listens");
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        write!(
            stream,
            "GET {path} HTTP/1.1\r\nHost: {host}\r\n{headers}\r\n"
        )
        .unwrap();
        stream
    }

    /// The answer to a request: its first line with its headers, and its body.
    fn get(&self, path: &str, host: &str, headers: &str) -> (String, Vec<u8>) {
        let mut answer = Vec::new();
        self.ask(path, host, &format!("Connection: close\r\n{headers}"))
            .read_to_end(&mut answer)
            .expect("it answers");
        let end = answer
            .windows(4)
            .position(|four| four == b"\r\n\r\n")
            .expect("headers end");
        let head = String::from_utf8(answer[..end].to_vec()).unwrap();
        (head.to_lowercase(), answer[end + 4..].to_vec())
    }

    fn page(&self, path: &str) -> (String, String) {
        let (head, body) = self.get(path, &self.address, "");
        (head, String::from_utf8_lossy(&body).into_owned())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

const SERVE: &[&str] = &["serve", "--no-open", "--port", "0"];

#[test]
fn serve_answers_with_the_pages() {
    let workbook = Workbook::with("# The page\n\nThis is $x^2$.\n");
    let server = Server::start(&workbook, SERVE);
    assert!(
        server.address.starts_with("127.0.0.1:"),
        "{}",
        server.address
    );

    let (head, body) = server.page("/");
    assert!(head.starts_with("http/1.1 200"), "{head}");
    assert!(head.contains("content-type: text/html"), "{head}");
    assert!(
        head.contains("content-security-policy: default-src 'self'"),
        "{head}"
    );
    assert!(
        body.contains("The page") && body.contains("<math"),
        "{body}"
    );

    let (head, body) = server.page("/no/such/page.html");
    assert!(head.starts_with("http/1.1 404"), "{head}");
    assert!(body.contains("Document not found"), "{body}");
}

#[test]
fn serve_compresses_for_those_who_accept_it() {
    let workbook = Workbook::with(&format!("# The page\n\n{}\n", "$x^2$ ".repeat(200)));
    let server = Server::start(&workbook, SERVE);
    let (head, small) = server.get("/page.html", &server.address, "Accept-Encoding: gzip\r\n");
    let (_, large) = server.page("/page.html");
    assert!(head.contains("content-encoding: gzip"), "{head}");
    assert!(
        small.len() * 5 < large.len(),
        "{} {}",
        small.len(),
        large.len()
    );
}

#[test]
fn serve_refuses_foreign_hosts() {
    let workbook = Workbook::with("# The page\n");
    let server = Server::start(&workbook, SERVE);
    let port = server.address.split(':').nth(1).unwrap();
    for host in [
        "evil.example",
        "127.0.0.1.evil.example",
        &format!("evil.example:{port}"),
    ] {
        for path in ["/", "/page.html", "/-/reload"] {
            let (head, body) = server.get(path, host, "");
            assert!(head.starts_with("http/1.1 403"), "{host} {path}: {head}");
            assert!(!String::from_utf8_lossy(&body).contains("The page"));
        }
    }
    let (head, _) = server.get("/", &format!("localhost:{port}"), "");
    assert!(head.starts_with("http/1.1 200"), "{head}");
}

#[test]
fn serve_gives_nothing_from_outside_the_book() {
    let workbook = Workbook::with("# The page\n");
    workbook.write("secret.txt", "the secret");
    let server = Server::start(&workbook, SERVE);
    let absolute = workbook.path("secret.txt").display().to_string();
    let escapes = [
        "/../secret.txt",
        "/../../../../../../etc/hostname",
        "/..%2fsecret.txt",
        "/%2e%2e/%2e%2e/etc/hostname",
        "/css/..%2f..%2f..%2fetc/hostname",
        "/..%5csecret.txt",
        "//etc/hostname",
        "/%00",
        &absolute,
        &format!("/%2f{absolute}"),
    ];
    for path in escapes {
        let (head, body) = server.page(path);
        let refused = head.starts_with("http/1.1 4");
        assert!(refused, "{path}: {head}");
        assert!(!body.contains("the secret"), "{path}");
    }
}

#[test]
fn a_saved_chapter_reloads_its_page() {
    let workbook = Workbook::with("# The page\n\nbefore\n");
    let server = Server::start(&workbook, SERVE);
    assert!(
        server.page("/page.html").1.contains("/-/reload")
            || server.page("/theme/reload.js").1.contains("/-/reload")
    );

    let stream = server.ask("/-/reload", &server.address, "");
    let mut lines = BufReader::new(stream).lines().map(Result::unwrap);
    let first = lines.find(|line| line.starts_with("data: ")).unwrap();

    workbook.write("book/src/page.md", "# The page\n\nafter\n");
    let second = lines.find(|line| line.starts_with("data: ")).unwrap();
    assert_ne!(first, second);
    assert!(server.page("/page.html").1.contains("<p>after</p>"));

    // A build that fails says why, and the former page stays.
    workbook.write("book/src/page.md", "# The page\n\nbroken $\\nope$\n");
    assert!(lines.any(|line| line == "event: failed"));
    let why = lines.next().unwrap();
    assert!(why.contains("book/src/page.md:3:9"), "{why}");
    assert!(server.page("/page.html").1.contains("<p>after</p>"));
}

#[test]
fn serve_takes_the_next_port_when_the_usual_one_is_taken() {
    let workbook = Workbook::with("# The page\n");
    // Taken by this test, or by somebody else on this machine: either way it is taken.
    let _taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 8000));
    let server = Server::start(&workbook, &["serve", "--no-open"]);
    let port: u16 = server.address.split(':').nth(1).unwrap().parse().unwrap();
    assert!((8001..8100).contains(&port), "{port}");
    assert!(server.page("/").1.contains("The page"));
}

#[test]
fn a_page_that_is_built_has_no_script_of_the_server() {
    let workbook = Workbook::with("# The page\n");
    assert!(
        run(&workbook.path(""), &["build", "--to", "pages"])
            .status
            .success()
    );
    let page = std::fs::read_to_string(workbook.path("pages/page.html")).unwrap();
    assert!(!page.contains("reload.js"));
    assert!(!workbook.path("pages/theme/reload.js").exists());
}

#[test]
fn the_preprocessor_answers_for_html_only() {
    let folder = tempfile::tempdir().unwrap();
    assert!(
        run(folder.path(), &["preprocess", "supports", "html"])
            .status
            .success()
    );
    assert_eq!(
        run(folder.path(), &["preprocess", "supports", "latex"])
            .status
            .code(),
        Some(1)
    );
    let said = complaint(folder.path(), &["preprocess"]);
    assert!(said.contains("mdBook calls this command"), "{said}");
}
