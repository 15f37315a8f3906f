/** Catches what would be downloaded, instead of the browser. */
export function catchDownloads() {
  const caught: {name: string; url: string}[] = [];
  const original = HTMLAnchorElement.prototype.click;
  HTMLAnchorElement.prototype.click = function () {
    caught.push({name: this.download, url: this.href});
  };
  return {caught, restore: () => (HTMLAnchorElement.prototype.click = original)};
}

/** Records the files that a test's page hands to the browser to be saved, instead of saving them; to be called in `describe`. */
export function recordDownloads(): {name: string; blob: Blob}[] {
  const saved: {name: string; blob: Blob}[] = [];
  const {createObjectURL} = URL;
  const {click} = HTMLAnchorElement.prototype;
  beforeEach(() => {
    saved.length = 0;
    let blob = new Blob();
    URL.createObjectURL = object => {
      blob = object as Blob;
      return createObjectURL.call(URL, object);
    };
    HTMLAnchorElement.prototype.click = function () {
      saved.push({name: this.download, blob});
    };
  });
  afterEach(() => {
    URL.createObjectURL = createObjectURL;
    HTMLAnchorElement.prototype.click = click;
  });
  return saved;
}
