/** The list of all kinds of change. Each kind has a folder of its own below. */
package io.painchain.gitlab.change;
