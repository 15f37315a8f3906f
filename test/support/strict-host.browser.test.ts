import {expect} from '@open-wc/testing';

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
    await new Promise(resolve => setTimeout(resolve, 50));
    element.remove();
    expect(refused).to.include.members(['style-src-attr', 'require-trusted-types-for']);
  });

  it('refuses requests to another host', async () => {
    const outside = await fetch('https://example.invalid/').then(
      () => 'sent',
      () => 'refused',
    );
    await new Promise(resolve => setTimeout(resolve, 50));
    expect(outside).to.equal('refused');
    expect(refused).to.include('connect-src');
  });
});
