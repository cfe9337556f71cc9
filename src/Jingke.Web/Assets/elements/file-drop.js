// <file-drop> around an upload form: a file dropped on it or chosen is sent at once, and the sending shows how far it is.
// Without script the form is a plain form.
class FileDrop extends HTMLElement {
  connectedCallback() {
    this.input = this.querySelector('input[type=file]');
    this.form = this.querySelector('form');
    this.addEventListener('dragover', (event) => this.over(event, true));
    this.addEventListener('dragleave', (event) => this.over(event, false));
    this.addEventListener('drop', (event) => this.drop(event));
    this.input.addEventListener('change', () => this.chosen());
    this.form.addEventListener('submit', (event) => this.send(event));
  }

  over(event, on) {
    event.preventDefault();
    this.toggleAttribute('data-over', on);
  }

  drop(event) {
    this.over(event, false);
    if (event.dataTransfer.files.length === 0) return;
    this.input.files = event.dataTransfer.files;
    this.chosen();
  }

  chosen() {
    const [file] = this.input.files;
    if (!file) return;
    this.querySelector('[data-name]').textContent = file.name;
    this.form.requestSubmit();
  }

  // fetch cannot tell how much is sent; the older request can.
  send(event) {
    event.preventDefault();
    event.stopImmediatePropagation();
    const bar = this.querySelector('[data-progress]');
    const button = this.querySelector('[data-send]');
    const request = new XMLHttpRequest();
    bar.hidden = false;
    button.disabled = true;
    request.upload.onprogress = ({ loaded, total }) => (bar.value = (loaded / total) * 100);
    request.onload = () => {
      const address = new URL(request.responseURL);
      if (request.status < 400 && address.pathname !== this.form.getAttribute('action')) return window.Turbo.visit(address.href);
      const page = new DOMParser().parseFromString(request.responseText, 'text/html');
      const main = page.querySelector('main');
      if (main) document.querySelector('main').replaceWith(main);
      else window.location.reload();
    };
    request.onerror = () => {
      bar.hidden = true;
      button.disabled = false;
      HTMLFormElement.prototype.submit.call(this.form);
    };
    request.open('POST', this.form.action);
    request.setRequestHeader('Accept', 'text/html');
    request.send(new FormData(this.form));
  }
}

customElements.define('file-drop', FileDrop);
