import type {CDPSession, Locator, Page} from 'playwright-core';

interface AxValue {
  value?: string | number | boolean;
}

interface AxNode {
  nodeId: string;
  ignored: boolean;
  role?: AxValue;
  name?: AxValue;
  description?: AxValue;
  properties?: {name: string; value: AxValue}[];
  childIds?: string[];
  backendDOMNodeId?: number;
}

/** What is read as one thing, with all that stands in it. */
const whole = new Set(
  'heading button link tab radio checkbox textbox combobox option status alert timer image'.split(' '),
);
/** What holds words only and is read in one go. */
const runs = new Set('paragraph LabelText Legend term definition listitem blockquote'.split(' '));
/** What is told when one comes into it, and whose content is read after that. */
const told = new Set('region group tabpanel tablist navigation listbox table dialog'.split(' '));
const states = ['required', 'invalid', 'expanded', 'checked', 'selected', 'focused', 'disabled'];

const textOf = (value: AxValue | undefined) =>
  String(value?.value ?? '')
    .replace(/\s+/g, ' ')
    .trim();

/** One thing as it is told: `combobox 発注者名※必須 (required expanded) — 説明`. */
function telling(node: AxNode): string {
  const said = new Map(node.properties?.map(({name, value}) => [name, value.value]));
  const role = textOf(node.role);
  const [name, description] = [textOf(node.name), textOf(node.description)];
  const now = states.filter(state => said.has(state) && !['false', ''].includes(String(said.get(state))));
  return [
    role === 'heading' ? `heading ${said.get('level')}` : role,
    name,
    now.length ? `(${now.join(' ')})` : '',
    description ? `— ${description}` : '',
  ]
    .filter(Boolean)
    .join(' ');
}

class Tree {
  readonly #byId: ReadonlyMap<string, AxNode>;
  constructor(nodes: readonly AxNode[]) {
    this.#byId = new Map(nodes.map(node => [node.nodeId, node]));
  }

  children({childIds = []}: AxNode): AxNode[] {
    return childIds.flatMap(id => this.#byId.get(id) ?? []);
  }

  /** Lines below a node, each a thing or a run of text. */
  read(node: AxNode): string[] {
    const role = node.ignored ? '' : textOf(node.role);
    if (role === 'InlineTextBox' || role === 'ListMarker') return [];
    if (role === 'StaticText') return [textOf(node.name)];
    if (whole.has(role)) return this.#readWhole(node, role);
    const inner = this.children(node);
    const lines = inner.flatMap(each => this.read(each)).filter(Boolean);
    if (told.has(role) && (role !== 'group' || node.name?.value)) return [telling(node), ...lines];
    return runs.has(role) && this.#isPlain(node) ? [lines.join(' ')].filter(Boolean) : lines;
  }

  /** A message is heard by what stands in it; an empty one is not heard. */
  #readWhole(node: AxNode, role: string): string[] {
    if (!['status', 'alert'].includes(role)) return [telling(node)];
    const words = this.children(node)
      .flatMap(each => this.read(each))
      .join('');
    return words ? [`${role} ${words}`] : [];
  }

  /** Holds nothing to operate. */
  #isPlain(node: AxNode): boolean {
    const role = node.ignored ? '' : textOf(node.role);
    return !whole.has(role) && !told.has(role) && this.children(node).every(each => this.#isPlain(each));
  }
}

/**
 * What the browser tells a screen reader of one element, from its first word to its last: the accessibility tree of
 * Chromium itself, through all shadow roots, with names and descriptions as they were worked out.
 */
export async function reading(page: Page, scope: Locator): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  try {
    const id = await domIdOf(session, scope);
    const {nodes} = (await session.send('Accessibility.getFullAXTree')) as {nodes: AxNode[]};
    const root = nodes.find(({backendDOMNodeId}) => backendDOMNodeId === id);
    return root ? new Tree(nodes).read(root).filter(isNews) : [];
  } finally {
    await session.detach();
  }
}

/** The words beside a radio button or a box, and the legend of a group, are its name already. */
const isNews = (line: string, at: number, lines: readonly string[]) => {
  const before = lines[at - 1] ?? '';
  return (
    !/^(radio|checkbox|group) /.test(before) || !before.replace(/ /g, '').includes(line.replace(/ /g, ''))
  );
};

/** The browser's own number of an element. */
async function domIdOf(session: CDPSession, scope: Locator): Promise<number> {
  await session.send('Accessibility.enable');
  await scope.evaluate(element => Object.assign(globalThis, {read: element}));
  const {result} = await session.send('Runtime.evaluate', {expression: 'globalThis.read'});
  const {node} = await session.send('DOM.describeNode', {objectId: result.objectId ?? ''});
  return node.backendNodeId;
}
