/** Reads one project: its name, its reader, what each kind of change needs. Knows no kind of change by itself. */
package io.painchain.gitlab.project;
