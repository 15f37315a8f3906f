/** @jsxImportSource preact */
import {render} from 'preact';
import {useState} from 'preact/hooks';
import 'surety-elements/define';
import type {} from 'surety-elements/preact';
import {apiBase, known, tokenOfContractor, tokenOfObligee, views, type View} from '../known.js';

function App() {
  const [view, setView] = useState<View>('apply');
  const [contractNumber, setContractNumber] = useState('');
  const [receipt, setReceipt] = useState('');
  const open = (next: View, number: string) => {
    setContractNumber(number);
    setView(next);
  };
  return (
    <surety-provider apiBase={apiBase} environment="sandbox" getToken={tokenOfContractor}>
      <nav>
        {views.map(({name, title}) => (
          <button key={name} aria-current={name === view} onClick={() => setView(name)}>
            {title}
          </button>
        ))}
      </nav>
      <p role="status">{receipt && `受付番号 ${receipt} を控えました。`}</p>
      {view === 'apply' && (
        <surety-application-form
          value={known}
          onsurety-application-submitted={({detail}) => setReceipt(detail.receiptNumber)}
        />
      )}
      {view === 'contracts' && (
        <surety-contract-list
          onsurety-contract-select={({detail}) => open('contract', detail.contractNumber)}
        />
      )}
      {view === 'contract' && (
        <surety-contract-detail
          contractNumber={contractNumber}
          onsurety-notice-open={({detail}) => open('notice', detail.contractNumber)}
        />
      )}
      {view === 'notice' && <surety-key-notice contractNumber={contractNumber} />}
      {view === 'check' && <surety-certificate-check getToken={tokenOfObligee} />}
    </surety-provider>
  );
}

render(<App />, document.body.appendChild(document.createElement('main')));
