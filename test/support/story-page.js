// Runs in a story's page, before Storybook: plain JavaScript, it goes to the page as it is.

// The same numbers in each run: keys and contract numbers of the reference API are drawn at random.
let seed = 20261001;
const random = () => {
  seed = (seed * 1664525 + 1013904223) % 2 ** 32;
  return seed / 2 ** 32;
};
Math.random = random;
crypto.getRandomValues = array => {
  const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
  for (let at = 0; at < bytes.length; at++) bytes[at] = Math.floor(random() * 256);
  return array;
};

// Keeps in `storyOutcome` what the preview says on its channel. A play function that threw is "finished" there all the same, so it
// is listened for on its own.
let channel;
const say = text => {
  globalThis.storyOutcome ??= text;
};
const timer = setInterval(() => {
  channel = globalThis.__STORYBOOK_ADDONS_CHANNEL__;
  if (!channel) return;
  clearInterval(timer);
  channel.on('storyRendered', id => say(`rendered ${id}`));
  for (const name of ['storyErrored', 'storyThrewException', 'storyMissing', 'playFunctionThrewException']) {
    channel.on(name, data => say(`${name}: ${data?.message ?? ''}`));
  }
}, 5);

/** Shows another story in the page that is open: loading all of Storybook anew takes longer than the story. */
globalThis.showStory = storyId => {
  globalThis.storyOutcome = undefined;
  channel.emit('setCurrentStory', {storyId, viewMode: 'story'});
};

const elements = function* (root) {
  for (const element of root.querySelectorAll('*')) {
    yield element;
    if (element.shadowRoot) yield* elements(element.shadowRoot);
  }
};

/** Elements and letters in the story; `isBusy` while something in it is being fetched or drawn. */
const look = () => {
  let size = 0;
  let isBusy = false;
  for (const element of elements(document.querySelector('#storybook-root'))) {
    size += 1 + (element.childElementCount ? 0 : element.textContent.length) + element.offsetHeight;
    isBusy ||= element.isUpdatePending === true || element.hasAttribute('data-loading');
  }
  return {size, isBusy};
};

/** Waits until nothing in the story changes any more; some are about loading and never end, so there is a limit to that. */
globalThis.storySettled = async () => {
  let before = -1;
  let calm = 0;
  for (let tries = 0; tries < 100 && calm < 3; tries++) {
    const {size, isBusy} = look();
    calm = size === before && (!isBusy || tries > 12) ? calm + 1 : 0;
    before = size;
    await new Promise(resolve => setTimeout(resolve, 40));
  }
  await document.fonts.ready;
};

/** Dark as the toolbar makes it, without drawing the story anew. */
globalThis.setColours = scheme => {
  const {style, dataset} = document.documentElement;
  style.colorScheme = scheme;
  dataset.colours = scheme;
};
