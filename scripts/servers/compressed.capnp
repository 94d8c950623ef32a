using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [(name = "compressed", worker = .compressed)],
  sockets = [
    (name = "compressed", address = "127.0.0.1:0", http = (), service = "compressed"),
  ],
);

const compressed :Workerd.Worker = (
  modules = [(name = "worker-compressed.js", esModule = embed "out/worker-compressed.js")],
  compatibilityDate = "2025-10-01",
);
