import * as z from 'zod/mini';
import {obligeeFieldText} from '../../i18n/obligee-field-text.js';
import {obligeeFeed} from '../../schemas/obligee-feed.js';

/** The format of a feed as JSON Schema: made of what reads it, with words for editors that show them. */
export function obligeeFeedSchema(): object {
  const schema = {...z.toJSONSchema(obligeeFeed), title: '電子保証対応の発注者の一覧'};
  return JSON.parse(JSON.stringify(schema), (key, value: unknown) =>
    key === 'properties' ? withTitles(value as Record<string, object>) : value,
  ) as object;
}

const withTitles = (properties: Record<string, object>) =>
  Object.fromEntries(
    Object.entries(properties).map(([field, schema]) => {
      const title = obligeeFieldText[field]?.();
      return [field, title ? {title, ...schema} : schema];
    }),
  );
