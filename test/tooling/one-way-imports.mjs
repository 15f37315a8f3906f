import path from 'node:path';
import {fileURLToPath} from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What every element may import of the core. */
const core = [
  'lit',
  '@lit/*',
  'src/config',
  'src/errors',
  'src/version',
  'src/application',
  'src/domain',
  'src/input',
  'src/i18n',
  'src/theme/defaults',
  'lazy:src/theme/contrast',
  'src/api/submission',
  'src/api/small-read',
  'src/api/token',
  'src/pdf/glyph-base',
  'type:src/schemas',
  'type:src/api/signature',
  'type:src/api/obligee-feed',
  'lazy:src/api/client',
  'lazy:src/api/obligee-feed',
  'lazy:src/pdf',
  'type:src/reading',
  'lazy:src/reading',
];

/**
 * Who may import what; the longest folder that holds a file decides, and a folder may always import itself.
 * `type:` types only; `lazy:` types and `import()`, for what must not be on the first load; `*` one path segment.
 */
const order = {
  'src/schemas': ['zod'],
  'src/input': [],
  'src/domain': ['src/schemas', 'src/input'],
  'src/i18n': ['type:src/schemas', 'src/domain', 'src/input', 'src/errors', 'src/config', '@lit/localize'],
  'src/i18n/build': ['src/i18n', '@lit/localize-tools', 'type:typescript', 'node:*'],
  'src/api': [
    'src/schemas',
    'type:src/entries/schemas',
    'src/errors',
    'src/config',
    'src/version',
    'ky',
    'zod',
  ],
  'src/application': [
    'type:src/schemas',
    'lazy:src/schemas/application',
    'type:src/api/client',
    'src/api/submission',
    'src/domain',
    'src/errors',
    'src/i18n',
    'src/input',
    '@lit/localize',
  ],
  'src/pdf': ['type:src/schemas', 'src/domain', 'src/i18n', 'src/errors', 'lazy:jspdf', 'fflate', 'uqr'],
  'src/pdf/glyphs': ['src/pdf', 'node:*'],
  'src/entries/build': ['src', 'demo/sandbox/index', 'zod', 'typescript', 'node:*'],
  'src/conformance': ['src/schemas', 'src/api/signature', 'src/version', 'type:zod', 'node:util'],
  'src/reading': ['src/domain', 'src/input', 'type:pdfjs-dist', 'lazy:pdfjs-dist', 'qr/decode', 'fflate'],
  'src/entries': [
    'src',
    'components',
    'demo/sandbox/index',
    'type:lit',
    'react',
    'type:preact',
    'type:vue',
    'type:svelte',
  ],
  'src/theme': [],
  'src/index': ['src', 'components'],
  'src/define-all': ['components'],
  src: [],
  components: [
    'components/kernel',
    'components/ui',
    'components/application-form/kept-drafts',
    'components/*/define',
    ...core,
  ],
  'components/ui': ['components/kernel', ...core],
  'components/kernel': core,
  'components/kernel/mock-environment': ['components/kernel', 'type:src', 'demo/sandbox/index'],
  'components/cdn': ['components', 'src'],
  'components/cdn/build': ['src/version', 'src/entries/build', 'node:*', 'semver', 'vite'],
  'demo/sandbox': [
    'src/api/endpoint',
    'src/api/endpoints',
    'src/entries/schemas',
    'src/schemas',
    'src/application',
    'src/domain',
    'src/input',
    'src/version',
    '*',
    '@*/*',
    'node:*',
  ],
};

const matches = (pattern, target) => {
  const source = pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '[^/]+');
  return new RegExp(`^${source}(?:$|[/.])`).test(target);
};

/** The entry of the order that a file of the repository falls under. */
const entryOf = file =>
  Object.keys(order)
    .filter(folder => matches(folder, file))
    .sort((one, other) => other.length - one.length)[0];

/** Elements know each other by tag only, so an element's folder is its own. */
const homeOf = (file, folder) => (folder === 'components' ? file.split('/').slice(0, 2).join('/') : folder);

/** Whether the file may import the target in that way (`static`, `type` or `lazy`). */
function mayImport(file, target, way) {
  const folder = entryOf(file);
  if (!folder || matches(homeOf(file, folder), target)) return true;
  return order[folder].some(allowed => {
    const [, kind, pattern] = /^(?:(type|lazy):)?(.*)$/.exec(allowed);
    const isFine = !kind || way === 'type' || kind === way;
    const isPackage = pattern === '*' || pattern === '@*/*';
    if (isPackage && /^(src|components|demo|stories|test)(\/|$)/.test(target)) return false;
    return isFine && matches(pattern, target);
  });
}

const repositoryPath = file => path.relative(root, file).split(path.sep).join('/');

function check(context, node, source, way) {
  if (typeof source?.value !== 'string') return;
  const target = source.value.startsWith('.')
    ? repositoryPath(path.resolve(path.dirname(context.filename), source.value))
    : source.value;
  const file = repositoryPath(context.filename);
  if (!mayImport(file, target, way)) {
    context.report({node, messageId: 'forbidden', data: {folder: homeOf(file, entryOf(file)), target, way}});
  }
}

const isTypeOnly = ({importKind, exportKind, specifiers = []}) =>
  importKind === 'type' ||
  exportKind === 'type' ||
  (specifiers.length > 0 && specifiers.every(each => (each.importKind ?? each.exportKind) === 'type'));

/** Holds the order of ARCHITECTURE.md, for static imports, types and `import()` alike. */
export const oneWayImports = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      forbidden: '{{folder}} may not import {{target}} ({{way}}): imports go one way, see ARCHITECTURE.md.',
    },
  },
  create: context => {
    const declaration = node => check(context, node, node.source, isTypeOnly(node) ? 'type' : 'static');
    return {
      ImportDeclaration: declaration,
      ExportNamedDeclaration: declaration,
      ExportAllDeclaration: declaration,
      ImportExpression: node => check(context, node, node.source, 'lazy'),
      TSImportType: node => check(context, node, node.source ?? node.argument?.literal, 'type'),
    };
  },
};
