const isPublic = ({name, privacy, static: isStatic}) =>
  !isStatic && !name.startsWith('#') && !name.startsWith('_') && !['private', 'protected'].includes(privacy);

// Of Lit's own, nothing is for a page's author.
const lifecycle = new Set([
  'render',
  'willUpdate',
  'updated',
  'firstUpdated',
  'connectedCallback',
  'disconnectedCallback',
]);

/** Leaves in the manifest what a page's author may use. */
const publicOnly = {
  name: 'public-only',
  packageLinkPhase({customElementsManifest}) {
    const elements = module =>
      module.declarations.filter(({customElement, tagName}) => customElement && tagName);
    for (const module of customElementsManifest.modules) {
      for (const element of elements(module)) {
        element.members = element.members?.filter(member => isPublic(member) && !lifecycle.has(member.name));
        // Fired by name through emit(); what the class documents with @fires is the truth.
        element.events = element.events?.filter(({name}) => name?.startsWith('surety-'));
      }
    }
    customElementsManifest.modules = customElementsManifest.modules.filter(
      module => elements(module).length > 0,
    );
  },
};

export default {
  globs: ['components/!(kernel|ui)/*.ts', 'components/kernel/surety-element.ts'],
  exclude: ['components/**/*.styles.ts', 'components/cdn/**'],
  outdir: 'dist',
  litelement: true,
  plugins: [publicOnly],
};
