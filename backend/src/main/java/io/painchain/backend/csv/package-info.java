/** Files for spreadsheets, safe to open. Pure functions of text. */
package io.painchain.backend.csv;
