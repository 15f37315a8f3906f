import type {Tag} from './page-blocks.js';
import {utf16Hex, type Internals} from './pdf-internals.js';

/** A tag with its children: other tags, or pieces of the page by their numbers. */
interface Node {
  readonly tag: Tag;
  readonly parent: Node | undefined;
  readonly page: number;
  readonly children: (Node | number)[];
}

/** The structure tree of a tagged PDF: order and kinds of what is on the pages, for screen readers. */
export class PageStructure {
  readonly #top: Node[] = [];
  readonly #nodes = new Map<Tag, Node>();
  /** Owners of the pieces, by page and number of the piece. */
  readonly #owners: Node[][] = [];

  /** Returns the operator before a piece of a page, which `EMC` ends. A piece without a tag is for the eye only. */
  begin(tag: Tag | undefined, page: number): string {
    if (!tag) return '/Artifact BMC';
    const owners = (this.#owners[page] ??= []);
    const piece = owners.length;
    const node = this.#nodeOf(tag, page);
    node.children.push(piece);
    owners.push(node);
    return `/${tag.type} <</MCID ${piece}>> BDC`;
  }

  #nodeOf(tag: Tag, page: number): Node {
    const known = this.#nodes.get(tag);
    if (known) return known;
    const parent = tag.within && this.#nodeOf(tag.within, page);
    const node: Node = {tag, parent, page, children: []};
    this.#nodes.set(tag, node);
    (parent?.children ?? this.#top).push(node);
    return node;
  }

  /** Writes the tree, given the object numbers of the pages, and returns the object number of its root. */
  put({newObject, write}: Internals, pages: readonly number[]): number {
    const nodes = [...this.#nodes.values()];
    // Objects are numbered in the order they are written: parent tree, nodes, document, root.
    const tree = newObject();
    const document = tree + nodes.length + 1;
    const reference = (node: Node | undefined) => `${node ? tree + 1 + nodes.indexOf(node) : document} 0 R`;
    const children = (of: readonly (Node | number)[]) =>
      `/K [${of.map(kid => (typeof kid === 'number' ? kid : reference(kid))).join(' ')}]`;
    const owners = this.#owners.map((own, page) => `${page} [${own.map(reference).join(' ')}]`);
    write(`<</Nums [${owners.join(' ')}]>>`, '\nendobj');
    for (const node of nodes) {
      newObject();
      write(
        `<</S /${node.tag.type} /P ${reference(node.parent)} /Pg ${pages[node.page]} 0 R ${children(node.children)}`,
      );
      write(`${attributes(node.tag)}>>`, '\nendobj');
    }
    newObject();
    write(`<</S /Document /P ${document + 1} 0 R ${children(this.#top)}>>`, '\nendobj');
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
