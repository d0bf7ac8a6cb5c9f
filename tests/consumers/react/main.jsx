import { load } from 'wiremark';
import { attach } from 'wiremark/marks';
import { StrictMode, useEffect, useRef } from 'react';
import { createRoot } from 'react-dom/client';

await load({ worker: true });

/** A text whose names and shared passages are marked for as long as it is there. */
function Draft({ text, references }) {
  const element = useRef(null);
  useEffect(() => {
    const { detach } = attach(element.current, { references });
    return detach;
  }, [references]);
  return <pre ref={element}>{text}</pre>;
}

const { draft, wire } = globalThis.sample;
const references = [wire];
createRoot(document.querySelector('#root')).render(
  <StrictMode>
    <Draft text={draft} references={references} />
  </StrictMode>,
);
