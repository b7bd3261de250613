/** Reads one repository: its name, its order of reading, its API. Knows no kind of change by itself. */
package io.painchain.github.repository;
