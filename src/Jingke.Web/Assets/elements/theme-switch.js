// <theme-switch> around the theme form: applies the choice at once and keeps it in the cookie that the server reads,
// so that the next page comes in the right theme without a flash.
class ThemeSwitch extends HTMLElement {
  connectedCallback() {
    this.addEventListener('submit', (event) => {
      const theme = event.submitter?.value;
      if (!theme) return;
      event.preventDefault();
      document.cookie = `jingke.theme=${theme}; path=/; max-age=31536000; samesite=lax`;
      if (theme === 'auto') delete document.documentElement.dataset.theme;
      else document.documentElement.dataset.theme = theme;
      for (const button of this.querySelectorAll('button')) button.setAttribute('aria-pressed', String(button.value === theme));
      document.dispatchEvent(new CustomEvent('jingke:theme'));
    });
  }
}

customElements.define('theme-switch', ThemeSwitch);
