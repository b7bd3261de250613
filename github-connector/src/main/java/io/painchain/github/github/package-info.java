/** What is known of GitHub: its API, its limits, its records with only the fields that are read. Nothing of our own model. */
package io.painchain.github.github;
