// The search of the site runs in a worker, which browsers refuse to pages that are read from a folder (file:). There, a
// hidden frame stands in for it. Loaded by mkdocs.yml in the place of a script from elsewhere.
if (location.protocol === "file:") {
  window.Worker = class extends EventTarget {
    constructor(url) {
      super();
      this.waiting = [];
      const start = () => {
        const frame = document.createElement("iframe");
        frame.hidden = true;
        document.body.append(frame);
        const inside = frame.contentWindow;
        inside.importScripts = () => {};
        inside.postMessage = data => this.dispatchEvent(new MessageEvent("message", {data}));
        const script = inside.document.createElement("script");
        script.src = new URL(url, location.href).href;
        script.onload = () => {
          this.inside = inside;
          this.waiting.splice(0).forEach(data => this.postMessage(data));
        };
        script.onerror = () => this.dispatchEvent(new Event("error"));
        inside.document.body.append(script);
      };
      if (document.body) start();
      else addEventListener("DOMContentLoaded", start);
    }

    postMessage(data) {
      if (this.inside) this.inside.dispatchEvent(new MessageEvent("message", {data}));
      else this.waiting.push(data);
    }

    set onmessage(call) { this.addEventListener("message", call); }
    terminate() {}
  };
}
