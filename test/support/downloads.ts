/** Catches what would be downloaded, instead of the browser. */
export function catchDownloads() {
  const caught: {name: string; url: string}[] = [];
  const original = HTMLAnchorElement.prototype.click;
  HTMLAnchorElement.prototype.click = function () {
    caught.push({name: this.download, url: this.href});
  };
  return {caught, restore: () => (HTMLAnchorElement.prototype.click = original)};
}
