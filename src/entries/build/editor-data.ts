import {tagsOf, propertiesOf, wordsOf, type Manifest, type TagManifest} from './manifest.js';

/** Custom data for HTML in VS Code: tags, attributes and their values, with descriptions. */
export const vscodeData = (manifest: Manifest) => ({
  version: 1.1,
  tags: tagsOf(manifest).map(tag => ({
    name: tag.tagName,
    description: describe(tag),
    attributes: (tag.attributes ?? []).map(({name, type, description}) => ({
      name,
      ...(description && {description}),
      ...(wordsOf(type?.text).length > 0 && {values: wordsOf(type?.text).map(word => ({name: word}))}),
    })),
  })),
});

/** A tag in words, with what it fires. */
function describe({description = '', events = []}: TagManifest): string {
  const fired = events.map(event => `- \`${event.name}\`: ${event.description ?? ''}`);
  return [description, ...(fired.length ? [`\nEvents:\n${fired.join('\n')}`] : [])].join('\n');
}

/** The same for JetBrains' editors and others that read web-types. */
export const webTypes = (manifest: Manifest, version: string) => ({
  $schema: 'https://raw.githubusercontent.com/JetBrains/web-types/master/schema/web-types.json',
  name: 'surety-elements',
  version,
  'description-markup': 'markdown',
  contributions: {html: {elements: tagsOf(manifest).map(webTypesElement)}},
});

const named = ({name, description}: {name: string; description?: string}) => ({
  name,
  ...(description && {description}),
});

const webTypesElement = (tag: TagManifest) => ({
  name: tag.tagName,
  description: tag.description ?? '',
  attributes: (tag.attributes ?? []).map(each => ({
    ...named(each),
    ...(each.type && {value: {type: each.type.text}}),
  })),
  slots: (tag.slots ?? []).map(named),
  css: {parts: (tag.cssParts ?? []).map(named)},
  js: {
    properties: propertiesOf(tag).map(each => ({...named(each), ...(each.type && {type: each.type.text})})),
    events: (tag.events ?? []).map(named),
  },
});
