import js from '@eslint/js';
import {configs as lit} from 'eslint-plugin-lit';
import {configs as wc} from 'eslint-plugin-wc';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import {oneWayImports} from './test/tooling/one-way-imports.mjs';

/** What breaks a page with Trusted Types and a strict Content-Security-Policy, or leaves something on the device. */
const sinks = [
  [
    'AssignmentExpression > MemberExpression.left[property.name=/^(inner|outer)HTML$/]',
    'Bind text; never set HTML.',
  ],
  [
    'CallExpression[callee.property.name=/^(insertAdjacentHTML|setHTMLUnsafe|createContextualFragment)$/]',
    'Bind text; never set HTML.',
  ],
  [
    'CallExpression[callee.object.name="document"][callee.property.name=/^write(ln)?$/]',
    'Never document.write().',
  ],
  ['TemplateElement[value.raw=/<style[ >]|<script[ >]/]', 'No inline style or script in a template.'],
  [
    'TaggedTemplateExpression[tag.name=/^(html|svg)$/] TemplateElement[value.raw=/\\sstyle=/]',
    'No style attribute in a template; name the state and style it.',
  ],
  [
    'CallExpression[callee.object.name="window"][callee.property.name="open"]',
    'No popups; show it in the page.',
  ],
  ['MemberExpression[property.name="localStorage"]', 'Nothing of the kit stays on the device.'],
].map(([selector, message]) => ({selector, message}));

const unsafeDirectives = {
  group: ['lit/directives/unsafe-*', 'lit/directives/style-map*', 'lit/static-html*'],
  message: 'Breaks a strict Content-Security-Policy or binds HTML.',
};

export default tseslint.config(
  {
    ignores: [
      'dist',
      'storybook-static',
      'coverage',
      '.data',
      '.cache',
      'src/i18n/locales',
      'custom-elements.json',
    ],
  },
  {linterOptions: {reportUnusedDisableDirectives: 'error'}},
  js.configs.recommended,
  {files: ['**/*.{js,mjs}'], languageOptions: {globals: {...globals.node, ...globals.browser}}},
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: {
        projectService: {allowDefaultProject: ['.storybook/*.ts']},
        tsconfigRootDir: import.meta.dirname,
      },
    },
    plugins: {house: {rules: {'one-way-imports': oneWayImports}}},
    rules: {
      'house/one-way-imports': 'error',
      'no-undef': 'off', // the compiler knows better
      'no-eval': 'error',
      'no-irregular-whitespace': [
        'error',
        {skipStrings: true, skipTemplates: true, skipComments: true, skipRegExps: true},
      ],
      'no-control-regex': 'off', // what people paste holds control characters
      'no-implied-eval': 'off',
      '@typescript-eslint/consistent-type-imports': ['error', {fixStyle: 'inline-type-imports'}],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-restricted-imports': ['error', {patterns: [unsafeDirectives]}],
      '@typescript-eslint/unbound-method': 'off', // flags every @click=${this.onX}
      '@typescript-eslint/no-unused-vars': 'off', // noUnusedLocals of the compiler
      '@typescript-eslint/require-await': 'off', // an async signature may be what an interface asks for
      '@typescript-eslint/no-empty-object-type': ['error', {allowInterfaces: 'with-single-extends'}],
    },
  },
  {
    files: ['src/**/*.ts', 'components/**/*.ts', 'demo/**/*.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...sinks],
      'no-restricted-globals': [
        'error',
        {name: 'localStorage', message: 'Nothing of the kit stays on the device.'},
      ],
      '@typescript-eslint/no-non-null-assertion': 'error',
    },
  },
  {
    files: ['src/**/*.ts', 'components/**/*.ts'],
    ignores: ['src/pdf/glyphs/**'],
    rules: {'no-console': ['error', {allow: ['warn']}]},
  },
  {files: ['components/cdn/build/**/*.ts'], rules: {'no-restricted-syntax': 'off'}}, // writes pages as text
  {
    files: ['components/**/*.ts', 'demo/**/*.ts', 'stories/**/*.ts'],
    extends: [lit['flat/recommended'], wc['flat/recommended']],
  },
  {
    files: ['test/**/*.ts', 'stories/**/*.ts'],
    rules: {
      '@typescript-eslint/no-floating-promises': 'off', // node:test's test() returns a promise that nobody awaits
      '@typescript-eslint/no-unused-expressions': 'off', // chai's expect(x).to.be.true
    },
  },
);
