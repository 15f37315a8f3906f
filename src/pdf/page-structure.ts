import type {Tag} from './page-blocks.js';
import {utf16Hex, type PdfFile} from './pdf-file.js';

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

  /** Adds the tree, given the numbers of the pages' objects, and returns the number of its root. */
  add(pdf: PdfFile, pages: readonly number[]): number {
    const document = pdf.reserve();
    const numbers = new Map([...this.#nodes.values()].map(node => [node, pdf.reserve()]));
    const reference = (node: Node | undefined) => `${(node && numbers.get(node)) ?? document} 0 R`;
    const kids = (of: readonly (Node | number)[]) =>
      `/K [${of.map(kid => (typeof kid === 'number' ? kid : reference(kid))).join(' ')}]`;
    for (const [node, number] of numbers) {
      const {tag, parent, page} = node;
      pdf.add(
        `<</S /${tag.type} /P ${reference(parent)} /Pg ${pages[page]} 0 R ${kids(node.children)}${attributes(tag)}>>`,
        number,
      );
    }
    const owners = this.#owners.map((own, page) => `${page} [${own.map(reference).join(' ')}]`);
    const tree = pdf.add(`<</Nums [${owners.join(' ')}]>>`);
    const root = pdf.add(
      `<</Type /StructTreeRoot /K ${document} 0 R /ParentTree ${tree} 0 R /ParentTreeNextKey ${pages.length}>>`,
    );
    pdf.add(`<</S /Document /P ${root} 0 R ${kids(this.#top)}>>`, document);
    return root;
  }
}

const attributes = ({type, alternative}: Tag): string =>
  (type === 'TH' ? '/A <</O /Table /Scope /Row>>' : '') +
  (alternative ? `/Alt <feff${utf16Hex(alternative)}>` : '');
