import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** Texts of events and of what is connected: others wrote them. */
const FOREIGN =
  '/^(title|author|project|entity|integrationName|lastError|displayName|fieldLabel|login|missing|detail|worker|note|warning|description)$/';
const NAMES = '/^(name|title|displayName)$/';
const IN_TEXT = 'JSXElement > JSXExpressionContainer';
const IN_ATTRIBUTE = 'JSXAttribute[name.name=/^(title|aria-label|alt|placeholder)$/] > JSXExpressionContainer';
const FOREIGN_PLACES = [
  `${IN_TEXT} > MemberExpression[property.name=${FOREIGN}]`,
  `${IN_TEXT} > LogicalExpression > MemberExpression[property.name=${FOREIGN}]`,
  `${IN_ATTRIBUTE} > MemberExpression[property.name=${FOREIGN}]`,
  `${IN_ATTRIBUTE} > TemplateLiteral > MemberExpression[property.name=${NAMES}]`,
];

export default defineConfig(
  { ignores: ['dist', 'node_modules', 'src/api/schema.d.ts'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{ts,tsx,js,mjs}'],
    rules: { 'max-len': ['error', { code: 140 }] },
  },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [
      tseslint.configs.recommendedTypeChecked,
      tseslint.configs.stylisticTypeChecked,
      reactHooks.configs.flat.recommended,
      jsxA11y.flatConfigs.recommended,
    ],
    languageOptions: {
      parserOptions: {
        projectService: true,
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      // What scrolls has to be reached with the keyboard.
      'jsx-a11y/no-noninteractive-tabindex': ['error', { tags: ['pre', 'ol'], roles: ['region'] }],
      // PatternFly's own components put the focus into a dialog that has just opened.
      'jsx-a11y/no-autofocus': ['error', { ignoreNonDOM: true }],
      'no-restricted-syntax': [
        'error',
        ...FOREIGN_PLACES.map((selector) => ({
          selector,
          message: 'Others wrote this: show it by <ForeignText>, or by visible() where only text can stand.',
        })),
      ],
      // The React Compiler does not run here.
      'react-hooks/incompatible-library': 'off',
      'react-hooks/preserve-manual-memoization': 'off',
    },
  },
  { files: ['vite.config.ts'], extends: [tseslint.configs.disableTypeChecked] },
);
