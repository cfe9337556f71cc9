import TomSelect from 'tom-select/base';
import removeButton from 'tom-select/dist/js/plugins/remove_button.js';
import './styles/pick.scss';

TomSelect.define('remove_button', removeButton);

/** Makes a select searchable; the select stays the field that the form sends. */
export function pick(select) {
  return new TomSelect(select, {
    plugins: select.multiple ? ['remove_button'] : [],
    maxOptions: 200,
    render: { no_results: () => null },
  });
}
