import {expect} from '@open-wc/testing';
import '../../components/certificate-check/define.js';
import {eventually} from '../support/eventually.js';

// A page of its own, where nothing has brought the provider's code yet: chunks arrive in any order.
describe('an element whose provider comes late', () => {
  it('waits for it instead of complaining, and uses what it hands down', async () => {
    const check = document.createElement('surety-certificate-check');
    const provider = document.createElement('surety-provider');
    provider.setAttribute('api-base', '/v1');
    provider.append(check);
    document.body.append(provider);
    expect(customElements.get('surety-provider')).to.equal(undefined);
    await check.updateComplete;
    expect(check.shadowRoot?.querySelector('[role=alert]')).to.equal(null);
    expect(check.shadowRoot?.querySelector('[part=loading]')).to.not.equal(null);
    await import('../../components/provider/define.js');
    await eventually(() => check.shadowRoot?.querySelector('#number'), 'the form is drawn');
    provider.remove();
  });
});
