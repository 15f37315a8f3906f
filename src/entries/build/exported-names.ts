import {existsSync, readFileSync} from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

const isExported = (statement: ts.Statement) =>
  ts.canHaveModifiers(statement) &&
  ts.getModifiers(statement)?.some(({kind}) => kind === ts.SyntaxKind.ExportKeyword);

function declaredNames(statement: ts.Statement): string[] {
  if (!isExported(statement)) return [];
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.map(({name}) => name.getText());
  const {name} = statement as Partial<ts.DeclarationStatement>;
  return name ? [name.getText()] : [];
}

/** What a module exports, types included, by reading it and what it passes on; nothing is compiled. */
export function exportedNames(file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ESNext, true);
  return source.statements.flatMap(statement => {
    if (!ts.isExportDeclaration(statement)) return declaredNames(statement);
    const {exportClause, moduleSpecifier} = statement;
    if (exportClause && ts.isNamedExports(exportClause))
      return exportClause.elements.map(({name}) => name.getText());
    const from = moduleSpecifier && ts.isStringLiteral(moduleSpecifier) ? moduleSpecifier.text : '';
    const next = path.resolve(path.dirname(file), from.replace(/\.js$/, '.ts'));
    return from.startsWith('.') && existsSync(next) ? exportedNames(next) : [];
  });
}
