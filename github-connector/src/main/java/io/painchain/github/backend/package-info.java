/** What is known of the backend: its API, its connector key, how batches are posted. Nothing of GitHub. */
package io.painchain.github.backend;
