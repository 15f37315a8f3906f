import {expect} from '@open-wc/testing';
import {eventually} from './eventually.js';

/** The page of every test refuses what a strict host page refuses; else the other tests would show nothing about it. */
describe('the page that these tests run in', () => {
  const refused: string[] = [];
  const note = (event: SecurityPolicyViolationEvent) => {
    event.stopImmediatePropagation(); // the runner's own listener would fail the test
    refused.push(event.effectiveDirective);
  };
  before(() => document.addEventListener('securitypolicyviolation', note, {capture: true}));
  after(() => document.removeEventListener('securitypolicyviolation', note, {capture: true}));

  it('refuses inline styles, and text as HTML', async () => {
    const element = document.createElement('p');
    element.setAttribute('style', 'color: red');
    document.body.append(element);
    expect(() => (element.innerHTML = '<b>bold</b>')).to.throw(TypeError);
    await eventually(() => refused.includes('style-src-attr'));
    await eventually(() => refused.includes('require-trusted-types-for'));
    element.remove();
  });

  it('refuses requests to another host', async () => {
    const outside = await fetch('https://example.invalid/').then(
      () => 'sent',
      () => 'refused',
    );
    expect(outside).to.equal('refused');
    await eventually(() => refused.includes('connect-src'));
  });
});
