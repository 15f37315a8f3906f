import type {Tag} from './page-blocks.js';
import {utf16Hex, type Internals} from './pdf-internals.js';

/** A tag and what is in it: other tags, or pieces of the page by their numbers. */
interface Node {
  readonly tag: Tag;
  readonly parent: Node | undefined;
  readonly page: number;
  readonly kids: (Node | number)[];
}

/** The order and the kinds of what is on the page, for screen readers and for programs that read it out (tagged PDF). */
export class PageStructure {
  readonly #top: Node[] = [];
  readonly #nodes = new Map<Tag, Node>();
  /** For each page by number of the piece. */
  readonly #owners: Node[][] = [];

  /** The operator before a piece of a page; `EMC` ends it. A piece without a tag is there for the eye only. */
  begin(tag: Tag | undefined, page: number): string {
    if (!tag) return '/Artifact BMC';
    const owners = (this.#owners[page] ??= []);
    const piece = owners.length;
    const node = this.#nodeOf(tag, page);
    node.kids.push(piece);
    owners.push(node);
    return `/${tag.type} <</MCID ${piece}>> BDC`;
  }

  #nodeOf(tag: Tag, page: number): Node {
    const known = this.#nodes.get(tag);
    if (known) return known;
    const parent = tag.within && this.#nodeOf(tag.within, page);
    const node: Node = {tag, parent, page, kids: []};
    this.#nodes.set(tag, node);
    (parent?.kids ?? this.#top).push(node);
    return node;
  }

  /** Writes the tree, given the numbers of the pages' objects, and returns the number of its root. */
  put({newObject, write}: Internals, pages: readonly number[]): number {
    const nodes = [...this.#nodes.values()];
    // Objects are numbered as they come: what belongs to each piece, the nodes, the document, the root.
    const tree = newObject();
    const document = tree + nodes.length + 1;
    const reference = (node: Node | undefined) => `${node ? tree + 1 + nodes.indexOf(node) : document} 0 R`;
    const kids = (of: readonly (Node | number)[]) =>
      `/K [${of.map(kid => (typeof kid === 'number' ? kid : reference(kid))).join(' ')}]`;
    const owners = this.#owners.map((own, page) => `${page} [${own.map(reference).join(' ')}]`);
    write(`<</Nums [${owners.join(' ')}]>>`, '\nendobj');
    for (const node of nodes) {
      newObject();
      write(
        `<</S /${node.tag.type} /P ${reference(node.parent)} /Pg ${pages[node.page]} 0 R ${kids(node.kids)}`,
      );
      write(`${attributes(node.tag)}>>`, '\nendobj');
    }
    newObject();
    write(`<</S /Document /P ${document + 1} 0 R ${kids(this.#top)}>>`, '\nendobj');
    const root = newObject();
    write(
      `<</Type /StructTreeRoot /K ${document} 0 R /ParentTree ${tree} 0 R /ParentTreeNextKey ${pages.length}>>`,
    );
    write('endobj');
    return root;
  }
}

const attributes = ({type, alternative}: Tag): string =>
  (type === 'TH' ? '/A <</O /Table /Scope /Row>>' : '') +
  (alternative ? `/Alt <feff${utf16Hex(alternative)}>` : '');
