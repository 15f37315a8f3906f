/** What the manifest (custom-elements.json) says of one tag. */
export interface TagManifest {
  readonly tagName: string;
  readonly description?: string;
  readonly attributes?: readonly {name: string; type?: {text: string}; description?: string}[];
  readonly members?: readonly {
    kind: string;
    name: string;
    type?: {text: string};
    description?: string;
    attribute?: string;
  }[];
  readonly events?: readonly {name: string; type?: {text: string}; description?: string}[];
  readonly slots?: readonly {name: string; description?: string}[];
  readonly cssParts?: readonly {name: string; description?: string}[];
}

/** A manifest as the analyser writes it. */
export interface Manifest {
  readonly modules: readonly {declarations?: readonly Partial<TagManifest>[]}[];
}

/** The tags of a manifest, by name. */
export function tagsOf({modules}: Manifest): TagManifest[] {
  return modules
    .flatMap(({declarations = []}) => declarations)
    .filter((each): each is TagManifest => each.tagName !== undefined)
    .sort((one, other) => (one.tagName < other.tagName ? -1 : 1));
}

/** The words that an attribute takes, for one whose type lists them: `'off' | 'session'` → off, session. */
export function wordsOf(type: string | undefined): string[] {
  const choices = (type ?? '').split('|').map(each => each.trim());
  const words = choices.filter(each => each !== 'undefined').map(each => /^'([^']+)'$/.exec(each)?.[1]);
  return words.every(word => word !== undefined) ? words : [];
}

/** Properties that are no attributes: functions and data that only a script can set. */
export const propertiesOf = ({members = []}: TagManifest) =>
  members.filter(({kind, attribute}) => kind === 'field' && attribute === undefined);
