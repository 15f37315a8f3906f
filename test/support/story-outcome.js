// Runs in a story's page: keeps in `storyOutcome` what the preview says on its channel. A play function that threw is
// "finished" there all the same, so it is listened for on its own. Plain JavaScript: it goes to the page as it is.
const say = text => {
  globalThis.storyOutcome ??= text;
};
const timer = setInterval(() => {
  const channel = globalThis.__STORYBOOK_ADDONS_CHANNEL__;
  if (!channel) return;
  clearInterval(timer);
  channel.on('storyRendered', () => say('rendered'));
  for (const name of ['storyErrored', 'storyThrewException', 'storyMissing', 'playFunctionThrewException']) {
    channel.on(name, data => say(`${name}: ${data?.message ?? ''}`));
  }
}, 5);
