import type {Plugin} from 'vite';

/** Something that holds for the kit, said where a library asks for it, so that the minifier drops what follows from it. */
interface Fact {
  /** Kind of syntax, as ESTree calls it. */
  readonly node: string;
  /** All of its text. */
  readonly text: RegExp;
  /** What stands there instead; may refer to the text's groups. */
  readonly is: string;
}

/** A library and what the kit never asks of it. */
interface Lean {
  readonly file: RegExp;
  readonly facts: readonly Fact[];
}

const gone = (node: string, text: RegExp): Fact => ({node, text, is: ''});
const never = (text: RegExp): Fact => ({node: 'MemberExpression', text, is: '(void 0)'});

const isPromise: Fact = {node: 'BinaryExpression', text: /^\w+ instanceof Promise$/, is: 'false'};

/**
 * Descriptions are read at once and one way, by `safeParse()`: nothing in them is asynchronous, coerced or written backward.
 * What does not fit is told by path and kind, never by zod's words.
 */
const zod: readonly Lean[] = [
  {
    file: /\/zod\/v4\/core\/parse\.js$/,
    facts: [
      isPromise,
      // Nothing is thrown: what does not fit is a list of issues.
      {node: 'CallExpression', text: /^_safeParse\(errors\.\$ZodRealError\)$/, is: '_safeParse()'},
      {
        node: 'NewExpression',
        text: /^new Err\(issues\.map.*/,
        is: '({issues: issues.map(iss => util.finalizeIssue(iss))})',
      },
    ],
  },
  {
    file: /\/zod\/v4\/core\/util\.js$/,
    facts: [
      gone('VariableDeclaration', /^const (?:traits = iss|schemaError = iss|message = iss).*/s),
      gone('IfStatement', /^if \((?:traits\?\.has|ctx\?\.reportInput).*/s),
      gone('ExpressionStatement', /^full\.message = .*/),
      gone('IfStatement', /^if \((?:!params|params\?\.message !== undefined)\).*/s),
      gone('ExpressionStatement', /^delete params\.message;$/),
      {
        node: 'IfStatement',
        text: /^if \(typeof params === "string"\).*/s,
        is: 'if (typeof params === "string") return {};',
      },
      gone('IfStatement', /^if \(typeof params\.error === "string"\).*/s),
      {node: 'ConditionalExpression', text: /^"captureStackTrace" in Error.*/s, is: '(void 0)'},
      // Numbers are any or whole ones.
      gone('Property', /^(?:u?int32|float32|float64): .*/),
      gone('IfStatement', /^if \(typeof iss === "string"\).*/s),
    ],
  },
  {
    file: /\/zod\/v4\/core\/checks\.js$/,
    facts: [
      {node: 'CallExpression', text: /^def\.format\?\.includes\("int"\)$/, is: 'true'},
      gone('IfStatement', /^if \(input [<>] (?:min|max)imum\).*/s), // said of those that are not safe
      gone('VariableDeclaration', /^const \[minimum, maximum\] = .*/),
      {node: 'BinaryExpression', text: /^typeof def\.value === "object"$/, is: 'false'},
    ],
  },
  {
    file: /\/zod\/v4\/core\/regexes\.js$/,
    facts: [
      {node: 'BinaryExpression', text: /^typeof args\.precision === "number"$/, is: 'false'},
      {node: 'MemberExpression', text: /^args\.local$/, is: 'false'},
    ],
  },
  {
    file: /\/zod\/v4\/core\/core\.js$/,
    facts: [
      gone('ExpressionStatement', /^\(_a = globalThis\)\.__zod_globalConfig .*/),
      never(/^params\??\.Parent$/),
      gone('VariableDeclaration', /^const pp = .*/),
      gone('IfStatement', /^if \(pp\).*/s),
      gone('ForInStatement', /^for \(const k in proto\).*/s),
      gone(
        'ExpressionStatement',
        /^Object\.defineProperty\((?:Definition|_), (?:"name"|Symbol\.hasInstance).*/s,
      ),
      gone('ClassDeclaration', /^class Definition .*/s),
    ],
  },
  {
    file: /\/zod\/v4\/core\/schemas\.js$/,
    facts: [
      isPromise,
      {node: 'LogicalExpression', text: /^asyncResult \|\| \w+ instanceof Promise$/, is: 'false'},
      {node: 'UnaryExpression', text: /^!async$/, is: 'true'},
      {node: 'BinaryExpression', text: /^ctx\??\.direction === "backward"$/, is: 'false'},
      {node: 'BinaryExpression', text: /^ctx\??\.direction !== "backward"$/, is: 'true'},
      {node: 'MemberExpression', text: /^proms\.length$/, is: '0'},
      gone('IfStatement', /^if \(asyncResult\).*/s),
      never(/^core\.globalConfig\.memoizer$/),
      never(/^ctx\??\.(?:skipChecks|abortEarly)$/),
      gone('IfStatement', /^if \(payload\.memo\)\s+return payload;$/),
      never(/^def\.coerce$/),
      gone('ExpressionStatement', /^util\.defineLazyInternal\(inst, "(?:pattern|propValues|values)",.*\);$/s),
      gone('ExpressionStatement', /^util\.attachSchema\(.*/),
      {
        node: 'CallExpression',
        text: /^util\.finalizeIssue\(iss, ctx, core\.config\(\)\)$/,
        is: 'util.finalizeIssue(iss)',
      },
      gone('ExpressionStatement', /^inst\._zod\.(?:pattern|version) = .*;$/s),
      // Keys of records are any words, and there are no symbols among names.
      {node: 'LogicalExpression', text: /^values && !def\.partial$/, is: 'false'},
      {node: 'LogicalExpression', text: /^typeof key === "string" && regexes\.number.*/, is: 'false'},
      {node: 'MemberExpression', text: /^keyResult\.issues\.length$/, is: '0'},
      // No description forbids names it does not know.
      {node: 'BinaryExpression', text: /^t === "never"$/, is: 'false'},
      gone('IfStatement', /^if \(unrecognized.*/s),
      {node: 'CallExpression', text: /^Object\.getOwnPropertySymbols\(def\.shape\)$/, is: '[]'},
      gone('ForOfStatement', /^for \(const k of allKeys\).*/s),
      gone('ExpressionStatement', /^capSize\(.*/),
      gone('Property', /^[gs]et "~standard"\(.*/s),
    ],
  },
  {
    file: /\/zod\/v4\/mini\/schemas\.js$/,
    facts: [gone('Property', /^(?:[gs]et with|parse|parseAsync|safeParseAsync|register|apply)\(.*/s)],
  },
];

const timing = /^this\.#raceWithTotalTimeout\((.*)\)$/s;

/** Only answers are asked for, by a text and plain options: no hooks, no progress, no limit over all tries, nothing read by ky but what went wrong. */
const ky: readonly Lean[] = [
  {
    file: /\/ky\/distribution\/index\.js$/,
    facts: [gone('ExpressionStatement', /^ky\.(?:extend|stop|retry) = .*/s)],
  },
  {
    file: /\/ky\/distribution\/core\/Ky\.js$/,
    facts: [
      gone('ForOfStatement', /^for \(const \w+ of (?:initHooks|this\.#options\.hooks\.\w+)\).*/s),
      gone('VariableDeclaration', /^const initHooks = .*/),
      {node: 'ConditionalExpression', text: /^initHooks\.length > 0.*/, is: 'options'},
      {node: 'AwaitExpression', text: /^await ky\.#runBeforeRequestHooks\(\)$/, is: '(void 0)'},
      gone('IfStatement', /^if \(isResponseInstance\(response\)\) \{\s+try.*/s),
      {node: 'CallExpression', text: /^ky\.#consumeReturnedResponseFromBeforeRetryHook\(\)$/, is: 'false'},
      gone('IfStatement', /^if \(this\.#beforeRetryHookErrors.*/s),
      {node: 'BinaryExpression', text: /^\w+ instanceof (?:ForceRetryError|RetryMarker)$/, is: 'false'},
      gone('ForOfStatement', /.*Object\.entries\(responseTypes\).*/s),
      gone(
        'IfStatement',
        /^if \((?:(?:retriedResponse|response) === undefined|responseFromHook|!isResponseInstance|typeof ky).*/s,
      ),
      {node: 'CallExpression', text: /^(ky|this)\.#getResponseRequest\(\w+\)$/, is: '$1.request'},
      {node: 'CallExpression', text: /^this\.#setResponseRequest\((\w+), \w+\)$/, is: '$1'},
      gone('ExpressionStatement', /^ky\.#decorateResponse\(response\);$/),
      never(
        /^(?:this|ky)\.#options\.(?:on(?:Down|Up)loadProgress|stringifyJson|parseJson|baseUrl|totalTimeout)$/,
      ),
      {node: 'CallExpression', text: /^this\.#wrapRequestWithUploadProgress\(.*/s, is: 'this.request'},
      gone('IfStatement', /^if \((?:supportsRequestStreams|typeof this\.#input !==).*/s),
      {node: 'CallExpression', text: /^hasSearchParameters\((.*)\)$/, is: '$1'},
      {node: 'CallExpression', text: /^(?:findUnknownOptions|ky\.#getNormalizedOptions)\(.*\)$/, is: '{}'},
      {node: 'CallExpression', text: /^this\.#getRemainingTotalTimeout\(\)$/, is: '(void 0)'},
      gone('ExpressionStatement', /^this\.#throwIfTotalTimeoutExhausted\(\);$/),
      {node: 'CallExpression', text: timing, is: '($1)()'},
      {node: 'BinaryExpression', text: /^\w+ === timedOutOperation$/, is: 'false'},
      {node: 'ConditionalExpression', text: /^error instanceof Error \? error : .*/, is: 'error'},
      gone('IfStatement', /^if \(Object\.hasOwn\(options, 'prefixUrl'\)\).*/s),
      gone('Property', /^(?:hooks: mergeHooks|totalTimeout:|context:).*/s),
      gone('VariableDeclaration', /^const (?:userProvidedContentType|deleted) = .*/),
      gone('IfStatement', /^if \((?:this\.#input instanceof|deleted\)|this\.#options\.searchParams\s).*/s),
      {
        node: 'IfStatement',
        text: /^if \(typeof this\.#options\.searchParams === .*/s,
        is: 'for (const [key, value] of new URLSearchParams(this.#options.searchParams)) url.searchParams.append(key, value);',
      },
    ],
  },
  {
    file: /\/ky\/distribution\/core\/constants\.js$/,
    facts: [
      {node: 'CallExpression', text: /^\(\(\) => \{\s+let duplexAccessed.*/s, is: 'false'},
      never(/^globalThis\.(?:ReadableStream|FormData)$/), // whoever asks for them makes the browser set them up
    ],
  },
  {
    file: /\/ky\/distribution\/utils\/merge\.js$/,
    facts: [
      gone('ForOfStatement', /^for \(const source of sources\) \{\s+if \(\(!isObject.*/s),
      gone('VariableDeclaration', /^const (?:\{ isReplace \}|replaceState) = .*/),
      gone('ExpressionStatement', /^value = replaceState\.value;$/),
      {node: 'Identifier', text: /^isReplace$/, is: 'false'},
      gone(
        'IfStatement',
        /^if \((?:key === 'context'|isRoot && key === 'retry'|isObject\(source\.hooks\)).*/s,
      ),
      {
        node: 'IfStatement',
        text: /^if \(isObject\(source\.headers\)\).*/s,
        is: 'if (source.headers) returnValue.headers = headers = mergeHeaderContainers(headers, source.headers);',
      },
      {node: 'CallExpression', text: /^appendSearchParameters\(.*/, is: 'value'},
    ],
  },
  {
    file: /\/ky\/distribution\/core\/retry-timing\.js$/,
    facts: [{node: 'ArrowFunctionExpression', text: /^\(value\) => \{\s+const imfDate.*/s, is: 'Date.parse'}],
  },
  {
    file: /\/ky\/distribution\/utils\/normalize\.js$/,
    facts: [gone('IfStatement', /^if \((?:typeof retry|retry === null|.*Array\.isArray).*/s)],
  },
];

/** Properties are told by TypeScript's own decorators, tasks by one object of options; the page runs no polyfill of shadow roots. */
const lit: readonly Lean[] = [
  {
    file: /\/@lit\/reactive-element\/decorators\/property\.js$/,
    facts: [{node: 'BinaryExpression', text: /^"object"==typeof \w$/, is: 'false'}],
  },
  {
    file: /\/@lit\/context\/lib\/decorators\/consume\.js$/,
    facts: [{node: 'BinaryExpression', text: /^"object"==typeof \w$/, is: 'false'}],
  },
  {
    file: /\/@lit\/context\/lib\/controllers\/context-(?:consumer|provider)\.js$/,
    facts: [{node: 'BinaryExpression', text: /^void 0!==\w\.context$/, is: 'true'}],
  },
  {
    file: /\/@lit\/task\/task\.js$/,
    facts: [{node: 'BinaryExpression', text: /^"object"==typeof \w$/, is: 'true'}],
  },
  {
    file: /\/@lit\/reactive-element\/reactive-element\.js$/,
    facts: [
      {node: 'CallExpression', text: /^this\.hasOwnProperty\(\w\("properties"\)\)$/, is: 'false'},
      {node: 'VariableDeclaration', text: /^const \w=this\[Symbol\.metadata\];$/, is: ''},
      gone('IfStatement', /^if\(null!==\w\)\{const \w=litPropertyMetadata.*/),
      {node: 'AssignmentExpression', text: /^(?:Symbol\.metadata|\w\.litPropertyMetadata)\?\?=.*/, is: '0'},
      {node: 'ChainExpression', text: /^\w\?\.\(\{ReactiveElement:\w\}\)$/, is: '0'},
    ],
  },
  {
    file: /\/lit-element\/lit-element\.js$/,
    facts: [gone('ExpressionStatement', /^\w\?\.\(\{LitElement:\w\}\);$/)],
  },
];

const libraries = [...zod, ...ky, ...lit];

interface Node {
  type: string;
  start: number;
  end: number;
}
const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

/** Every node from the outside in, as long as `visit` says to go on. */
function walk(value: unknown, visit: (node: Node) => boolean): void {
  if (Array.isArray(value)) for (const each of value) walk(each, visit);
  else if (isNode(value) && visit(value)) for (const each of Object.values(value)) walk(each, visit);
}

/** A source with what is known about it written into it. */
export function assume(
  code: string,
  tree: unknown,
  facts: readonly Fact[],
): {code: string; unused: readonly Fact[]} {
  const unused = new Set(facts);
  let [lean, at] = ['', 0];
  walk(tree, node => {
    const text = code.slice(node.start, node.end);
    const fact = facts.find(each => each.node === node.type && each.text.test(text));
    if (!fact) return true;
    unused.delete(fact);
    const lines = '\n'.repeat(text.split('\n').length - 1); // so that source maps keep their lines
    const comma = fact.node === 'Property' && code[node.end] === ',' ? 1 : 0;
    lean += code.slice(at, node.start) + text.replace(fact.text, fact.is) + lines;
    at = node.end + comma;
    return false;
  });
  return {code: lean + code.slice(at), unused: [...unused]};
}

/** Leaves out of the libraries what the kit never asks of them, and stops the build where one is not put together as expected. */
export const leanLibraries: Plugin = {
  name: 'lean-libraries',
  transform: {
    filter: {id: libraries.map(({file}) => file)},
    handler(code, id) {
      const facts = libraries.flatMap(each => (each.file.test(id) ? each.facts : []));
      const {code: lean, unused} = assume(code, this.parse(code), facts);
      if (unused.length)
        throw new Error(`${id} is not put together as expected: ${unused.map(({text}) => text).join(', ')}`);
      return {code: lean, map: null};
    },
  },
};
