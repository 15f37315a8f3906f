import {existsSync, readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/** Files by name, each with the files that it imports. */
export type ImportGraph = ReadonlyMap<string, readonly string[]>;

/** Returns what a file imports by a relative path when it is loaded, types included; `import()` is no part of that. */
function importsOf(file: string): string[] {
  const tree = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ESNext);
  return tree.statements.flatMap(statement => {
    if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return [];
    const name = statement.moduleSpecifier;
    if (!name || !ts.isStringLiteral(name) || !name.text.startsWith('.')) return [];
    const target = path.join(path.dirname(file), name.text).replace(/\.js$/, '.ts');
    return existsSync(target) ? [target] : [];
  });
}

/** Reads the imports of all TypeScript files below the folders. */
export function readImports(folders: readonly string[]): ImportGraph {
  const files = folders.flatMap(folder =>
    readdirSync(folder, {recursive: true, encoding: 'utf8'})
      .filter(name => name.endsWith('.ts'))
      .map(name => path.join(folder, name)),
  );
  return new Map(files.map(file => [file, importsOf(file)]));
}

/** Returns the groups of files that import each other in a circle: Tarjan's strongly connected components of two files or more. */
export function circlesOf(graph: ImportGraph): string[][] {
  const circles: string[][] = [];
  const order = new Map<string, number>();
  const open: string[] = [];
  const visit = (file: string): number => {
    const index = order.size;
    order.set(file, index);
    let low = index;
    open.push(file);
    for (const next of graph.get(file) ?? []) {
      if (!order.has(next)) low = Math.min(low, visit(next));
      else if (open.includes(next)) low = Math.min(low, order.get(next) ?? low);
    }
    if (low === index) {
      const circle = open.splice(open.indexOf(file));
      if (circle.length > 1) circles.push(circle.sort());
    }
    return low;
  };
  for (const file of graph.keys()) if (!order.has(file)) visit(file);
  return circles;
}
