import {expect} from '@open-wc/testing';
import {LitElement} from 'lit';
import {Abortable} from '../../components/kernel/abortable.js';
import {SuretyError} from '../../src/errors.js';

class AbortableHost extends LitElement {
  readonly act = new Abortable(this);

  protected override render() {
    return this.act.isRunning ? 'running' : 'idle';
  }
}
customElements.define('abortable-host', AbortableHost);

/** An act that ends when the test says so, and does not listen to its signal. */
function heldAct() {
  let [resolve, reject]: ((value: string) => void)[] = [];
  const promise = new Promise<string>((...ends) => ([resolve, reject] = ends));
  const signals: AbortSignal[] = [];
  const act = (signal: AbortSignal) => {
    signals.push(signal);
    return promise;
  };
  return {
    act,
    signals,
    resolve: (value: string) => resolve?.(value),
    reject: (thrown: string) => reject?.(thrown),
  };
}

describe('Abortable', () => {
  let el: AbortableHost;

  beforeEach(() => {
    el = document.body.appendChild(new AbortableHost());
  });
  afterEach(() => el.remove());

  it('returns what the act returns, and is running until then', async () => {
    const {act, resolve} = heldAct();
    const ended = el.act.run(act);
    expect(el.act.isRunning).to.equal(true);
    resolve('done');
    expect(await ended).to.deep.equal({value: 'done'});
    expect(el.act.isRunning).to.equal(false);
  });

  it('returns a failure as a SuretyError, without rejecting', async () => {
    const {act, reject} = heldAct();
    const ended = el.act.run(act);
    reject('broken');
    const outcome = await ended;
    expect(outcome?.error).to.be.instanceOf(SuretyError);
    expect(el.act.isRunning).to.equal(false);
  });

  for (const [occasion, end] of [
    ['its element leaves the page', () => el.remove()],
    ['a newer one starts', () => void el.act.run(() => Promise.resolve())],
    ['it is aborted', () => el.act.abort()],
  ] as const) {
    it(`drops what the act returns and throws once ${occasion}`, async () => {
      for (const finish of ['resolve', 'reject'] as const) {
        const held = heldAct();
        const ended = el.act.run(held.act);
        end();
        expect(held.signals[0]?.aborted).to.equal(true);
        held[finish]('late');
        expect(await ended).to.equal(undefined);
        document.body.append(el);
      }
    });
  }

  it('keeps running the newer act when the older one ends', async () => {
    const [older, newer] = [heldAct(), heldAct()];
    const first = el.act.run(older.act);
    const second = el.act.run(newer.act);
    older.resolve('older');
    await first;
    expect(el.act.isRunning).to.equal(true);
    newer.resolve('newer');
    expect(await second).to.deep.equal({value: 'newer'});
  });

  it('draws its element anew when it starts and when it ends', async () => {
    const {act, resolve} = heldAct();
    const ended = el.act.run(act);
    await el.updateComplete;
    expect(el.shadowRoot?.textContent).to.equal('running');
    resolve('done');
    await ended;
    await el.updateComplete;
    expect(el.shadowRoot?.textContent).to.equal('idle');
  });
});
