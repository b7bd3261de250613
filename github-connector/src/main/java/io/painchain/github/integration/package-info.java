/** GitHub's part of polling: opens integrations for the shared cycles, and knows which repositories they have. */
package io.painchain.github.integration;
