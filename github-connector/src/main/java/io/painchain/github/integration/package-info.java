/** Polls the integrations: their cycles, which of their repositories are read when, and the reports of it. */
package io.painchain.github.integration;
