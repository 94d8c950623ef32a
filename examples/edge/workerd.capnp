# Two workers, each at an address of its own. Files are looked for beside this one.
using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [
    (name = "made", worker = .made),
    (name = "built", worker = .built),
  ],
  sockets = [
    (name = "made", address = "127.0.0.1:8787", http = (), service = "made"),
    (name = "built", address = "127.0.0.1:8788", http = (), service = "built"),
  ],
);

const made :Workerd.Worker = (
  modules = [(name = "worker.js", esModule = embed "out/worker.js")],
  compatibilityDate = "2025-10-01",
);

const built :Workerd.Worker = (
  modules = [
    (name = "worker-built.js", esModule = embed "out/worker-built.js"),
    (name = "out/site/rss.xml", text = embed "out/site/rss.xml"),
    (name = "out/site/atom.xml", text = embed "out/site/atom.xml"),
    (name = "out/site/feed.json", text = embed "out/site/feed.json"),
    (name = "out/site/ferries.xml", text = embed "out/site/ferries.xml"),
    (name = "out/site/feeds.opml", text = embed "out/site/feeds.opml"),
  ],
  compatibilityDate = "2025-10-01",
);
