
const announced = document.getElementById('announced');

for (const button of document.querySelectorAll('[data-copy]')) {
  button.hidden = false;
  button.addEventListener('click', async () => {
    const shown = document.getElementById(button.dataset.copy);
    try {
      await navigator.clipboard.writeText(shown.textContent);
      button.textContent = 'Copied';
      announced.textContent = 'Copied';
    } catch {
      getSelection().selectAllChildren(shown);
      button.textContent = 'Press Ctrl+C';
      announced.textContent = 'Selected; press Ctrl+C to copy';
    }
    setTimeout(() => {
      button.textContent = 'Copy';
      announced.textContent = '';
    }, 2000);
  });
}

// The result of a form is shown beside it, so that keys that are shown only once stay in sight.
for (const form of document.querySelectorAll('[data-result]')) {
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const result = document.getElementById(form.dataset.result);
    result.textContent = 'Connecting…';
    try {
      const answer = await fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)) });
      // The page's policy refuses another page's style.
      const text = (await answer.text()).replace(/<style[^]*?<\/style>/, '');
      const page = new DOMParser().parseFromString(text, 'text/html');
      result.textContent = page.querySelector('.notice')?.textContent ?? `The console answered ${answer.status}.`;
    } catch {
      result.textContent = 'The console cannot be reached.';
    }
  });
}
