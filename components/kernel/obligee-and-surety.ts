import type {SuretyClient} from '../../src/api/client.js';
import type {Obligee} from '../../src/schemas/obligee.js';
import type {Surety} from '../../src/schemas/surety.js';

/** Whoever tells about an obligee's rule needs the surety as well, for a page may name those that it takes. */
export async function fetchObligeeAndSurety(
  client: SuretyClient,
  code: string,
  signal: AbortSignal,
): Promise<{obligee: Obligee; surety: Surety}> {
  const [obligee, surety] = await Promise.all([
    client.getObligee(code, {signal}),
    client.getSurety({signal}),
  ]);
  return {obligee, surety};
}
