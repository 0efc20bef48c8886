// How a page asks a worker, and its service worker.

globalThis.workerDigests = (address) =>
  new Promise((resolve, reject) => {
    const worker = new Worker(address, { type: "module" });
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = (event) => reject(new Error(event.message || "the worker did not start"));
    worker.postMessage("digests");
  });

globalThis.serviceWorkerDigests = async (address) => {
  const registration = await navigator.serviceWorker.register(address, { type: "module", scope: "/" });
  await navigator.serviceWorker.ready;
  const { port1, port2 } = new MessageChannel();
  registration.active.postMessage("digests", [port2]);
  return new Promise((resolve) => (port1.onmessage = ({ data }) => resolve(data)));
};
