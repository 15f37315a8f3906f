import {StrictMode, useState} from 'react';
import {createRoot} from 'react-dom/client';
import {
  SuretyApplicationForm,
  SuretyCertificateCheck,
  SuretyContractDetail,
  SuretyContractList,
  SuretyKeyNotice,
  SuretyProvider,
} from 'surety-elements/react';
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
    <SuretyProvider apiBase={apiBase} environment="sandbox" getToken={tokenOfContractor}>
      <nav>
        {views.map(({name, title}) => (
          <button key={name} aria-current={name === view} onClick={() => setView(name)}>
            {title}
          </button>
        ))}
      </nav>
      <p role="status">{receipt && `受付番号 ${receipt} を控えました。`}</p>
      {view === 'apply' && (
        <SuretyApplicationForm
          value={known}
          onSuretyApplicationSubmitted={({detail}) => setReceipt(detail.receiptNumber)}
        />
      )}
      {view === 'contracts' && (
        <SuretyContractList onSuretyContractSelect={({detail}) => open('contract', detail.contractNumber)} />
      )}
      {view === 'contract' && (
        <SuretyContractDetail
          contractNumber={contractNumber}
          onSuretyNoticeOpen={({detail}) => open('notice', detail.contractNumber)}
        />
      )}
      {view === 'notice' && <SuretyKeyNotice contractNumber={contractNumber} />}
      {view === 'check' && <SuretyCertificateCheck getToken={tokenOfObligee} />}
    </SuretyProvider>
  );
}

createRoot(document.body.appendChild(document.createElement('main'))).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
