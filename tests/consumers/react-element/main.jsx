import 'wiremark/element';
import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';

/** The articles are the host's state: they go in as a property, and come back with what somebody types. */
function Versions({ given }) {
  const [articles, setArticles] = useState(given);
  const [found, setFound] = useState('');
  const [selected, setSelected] = useState('');
  const [open, setOpen] = useState(true);
  return (
    <form>
      <button type="button" id="shorten" onClick={() => setArticles(articles.slice(0, 1))}>Only the first</button>
      <button type="button" id="close" onClick={() => setOpen(false)}>Close</button>
      {open && (
        <>
          <wiremark-desk
            id="desk"
            name="versions"
            worker=""
            articles={articles}
            onInput={({ currentTarget }) => setArticles(currentTarget.articles)}
            onwiremark-report={({ detail }) => setFound(`${detail.overlaps.length} overlaps`)}
          />
          <wiremark-panel for="desk" onwiremark-select={({ detail }) => setSelected(detail.item.kind)} />
        </>
      )}
      <output id="found">{found}</output>
      <output id="selected">{selected}</output>
      <output id="first">{articles[0].text}</output>
    </form>
  );
}

const { draft, wire } = globalThis.sample;
const given = [{ name: 'Our draft', text: draft }, { name: 'Northwire', text: wire }];
createRoot(document.querySelector('#root')).render(
  <StrictMode>
    <Versions given={given} />
  </StrictMode>,
);
