/** The part of JSON Schema that the descriptions of the API use. */
export interface Schema {
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly enum?: readonly unknown[];
}

interface Body {
  readonly content?: Readonly<Record<string, {readonly schema?: Schema}>>;
}
interface Operation {
  readonly parameters?: readonly {readonly name: string; readonly in: string; readonly required?: boolean}[];
  readonly requestBody?: Body;
  readonly responses?: Readonly<Record<string, Body>>;
}

/** The part of OpenAPI that others rely on. */
export interface ApiDescription {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly webhooks?: Readonly<Record<string, unknown>>;
  readonly components: {readonly schemas: Readonly<Record<string, Schema>>};
}

/**
 * What a schema promises, a line each: its fields, the words that they take, which of them an answer always has, and which of
 * them a request may leave out.
 */
export function schemaLines(name: string, schema: Schema, way: 'answer' | 'request'): string[] {
  const parts = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])];
  return [
    ...(schema.$ref ? [`${name} is ${schema.$ref.split('/').at(-1)}`] : []),
    ...(schema.enum ?? []).map(word => `${name} = ${String(word)}`),
    ...(schema.items ? schemaLines(`${name}[]`, schema.items, way) : []),
    ...parts.flatMap(part => schemaLines(name, part, way)),
    ...Object.entries(schema.properties ?? {}).flatMap(([field, inner]) => {
      const isRequired = schema.required?.includes(field) ?? false;
      const promise = way === 'answer' ? isRequired && 'always' : !isRequired && 'optional';
      const own = `${name}.${field}`;
      return [own, ...(promise ? [`${own} ${promise}`] : []), ...schemaLines(own, inner, way)];
    }),
  ];
}

const bodyLines = (name: string, {content = {}}: Body, way: 'answer' | 'request') =>
  Object.entries(content).flatMap(([type, {schema = {}}]) => [
    `${name} ${type}`,
    ...schemaLines(name, schema, way),
  ]);

function operationLines(name: string, {parameters = [], requestBody, responses = {}}: Operation): string[] {
  return [
    name,
    ...parameters.flatMap(({name: parameter, in: place, required}) => {
      const line = `${name} ${place} ${parameter}`;
      return required ? [line] : [line, `${line} optional`];
    }),
    ...(requestBody ? bodyLines(`${name} request`, requestBody, 'request') : []),
    ...Object.entries(responses).flatMap(([status, body]) => [
      `${name} ${status}`,
      ...bodyLines(`${name} ${status}`, body, 'answer'),
    ]),
  ];
}

/** Every promise of the API, a line each. */
export function apiLines({paths, webhooks = {}, components}: ApiDescription): string[] {
  const requests = JSON.stringify(
    Object.values(paths).flatMap(path => Object.values(path).map(({requestBody}) => requestBody)),
  );
  return [
    ...Object.entries(paths).flatMap(([path, operations]) =>
      Object.entries(operations).flatMap(([method, each]) =>
        operationLines(`${method.toUpperCase()} ${path}`, each),
      ),
    ),
    ...Object.keys(webhooks).map(name => `webhook ${name}`),
    ...Object.entries(components.schemas).flatMap(([name, schema]) => [
      name,
      ...schemaLines(name, schema, requests.includes(`/${name}"`) ? 'request' : 'answer'),
    ]),
  ];
}
