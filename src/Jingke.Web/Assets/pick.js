import TomSelect from 'tom-select/base';
import removeButton from 'tom-select/dist/js/plugins/remove_button.js';
import './styles/pick.scss';

TomSelect.define('remove_button', removeButton);

/** Makes a select searchable; the select stays the field that the form sends. */
export function pick(select) {
  const made = new TomSelect(select, {
    plugins: select.multiple ? ['remove_button'] : [],
    maxOptions: 200,
    // The empty choice is the placeholder, not an entry.
    placeholder: select.querySelector('option[value=""]')?.textContent,
    hidePlaceholder: true,
    render: { no_results: () => null },
  });
  select.setAttribute('aria-hidden', 'true');
  return made;
}
