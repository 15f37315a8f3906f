import '@angular/compiler';
import {Component, CUSTOM_ELEMENTS_SCHEMA, provideZonelessChangeDetection, signal} from '@angular/core';
import {bootstrapApplication} from '@angular/platform-browser';
import 'surety-elements/define';
import {apiBase, known, tokenOfContractor, tokenOfObligee, views, type View} from '../known.js';

@Component({
  selector: 'main',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <surety-provider [apiBase]="apiBase" environment="sandbox" [getToken]="tokenOfContractor">
      <nav>
        @for (each of views; track each.name) {
          <button [attr.aria-current]="each.name === view()" (click)="view.set(each.name)">
            {{ each.title }}
          </button>
        }
      </nav>
      <p role="status">{{ receipt() && '受付番号 ' + receipt() + ' を控えました。' }}</p>
      @switch (view()) {
        @case ('apply') {
          <surety-application-form
            [value]="known"
            (surety-application-submitted)="receipt.set($event.detail.receiptNumber)"
          ></surety-application-form>
        }
        @case ('contracts') {
          <surety-contract-list
            (surety-contract-select)="open('contract', $event.detail.contractNumber)"
          ></surety-contract-list>
        }
        @case ('contract') {
          <surety-contract-detail
            [contractNumber]="contractNumber()"
            (surety-notice-open)="open('notice', $event.detail.contractNumber)"
          ></surety-contract-detail>
        }
        @case ('notice') {
          <surety-key-notice [contractNumber]="contractNumber()"></surety-key-notice>
        }
        @default {
          <surety-certificate-check [getToken]="tokenOfObligee"></surety-certificate-check>
        }
      }
    </surety-provider>
  `,
})
class App {
  readonly apiBase = apiBase;
  readonly known = known;
  readonly views = views;
  readonly tokenOfContractor = tokenOfContractor;
  readonly tokenOfObligee = tokenOfObligee;
  readonly view = signal<View>('apply');
  readonly contractNumber = signal('');
  readonly receipt = signal('');

  open(next: View, number: string): void {
    this.contractNumber.set(number);
    this.view.set(next);
  }
}

document.body.append(document.createElement('main'));
await bootstrapApplication(App, {providers: [provideZonelessChangeDetection()]});
