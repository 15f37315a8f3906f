import type {Tag} from './page-blocks.js';
import {utf16Hex, type Internals} from './pdf-internals.js';

/** A tag and what is in it: other tags, or pieces of the page by their numbers. */
interface Node {
  readonly tag: Tag;
  readonly parent: Node | undefined;
  readonly kids: (Node | number)[];
}

/** The order and the kinds of what is on the page, for screen readers and for programs that read it out (tagged PDF). */
export class PageStructure {
  readonly #top: Node[] = [];
  readonly #nodes = new Map<Tag, Node>();
  /** By number of the piece. */
  readonly #owners: Node[] = [];

  /** The operator before a piece of the page; `EMC` ends it. A piece without a tag is there for the eye only. */
  begin(tag: Tag | undefined): string {
    if (!tag) return '/Artifact BMC';
    const piece = this.#owners.length;
    const node = this.#nodeOf(tag);
    node.kids.push(piece);
    this.#owners.push(node);
    return `/${tag.type} <</MCID ${piece}>> BDC`;
  }

  #nodeOf(tag: Tag): Node {
    const known = this.#nodes.get(tag);
    if (known) return known;
    const parent = tag.within && this.#nodeOf(tag.within);
    const node: Node = {tag, parent, kids: []};
    this.#nodes.set(tag, node);
    (parent?.kids ?? this.#top).push(node);
    return node;
  }

  /** Writes the tree, and returns the number of its root. */
  put({newObject, write}: Internals, page: number): number {
    const nodes = [...this.#nodes.values()];
    // Objects are numbered as they come: what belongs to each piece, the nodes, the document, the root.
    const tree = newObject();
    const document = tree + nodes.length + 1;
    const reference = (node: Node | undefined) => `${node ? tree + 1 + nodes.indexOf(node) : document} 0 R`;
    const kids = (of: readonly (Node | number)[]) =>
      `/K [${of.map(kid => (typeof kid === 'number' ? kid : reference(kid))).join(' ')}]`;
    write(`<</Nums [0 [${this.#owners.map(reference).join(' ')}]]>>`, '\nendobj');
    for (const node of nodes) {
      newObject();
      write(`<</S /${node.tag.type} /P ${reference(node.parent)} /Pg ${page} 0 R ${kids(node.kids)}`);
      write(`${attributes(node.tag)}>>`, '\nendobj');
    }
    newObject();
    write(`<</S /Document /P ${document + 1} 0 R ${kids(this.#top)}>>`, '\nendobj');
    const root = newObject();
    write(`<</Type /StructTreeRoot /K ${document} 0 R /ParentTree ${tree} 0 R /ParentTreeNextKey 1>>`);
    write('endobj');
    return root;
  }
}

const attributes = ({type, alternative}: Tag): string =>
  (type === 'TH' ? '/A <</O /Table /Scope /Row>>' : '') +
  (alternative ? `/Alt <feff${utf16Hex(alternative)}>` : '');
