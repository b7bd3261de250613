/** GitLab's part of polling: opens integrations for the shared cycles, and knows which projects they have. */
package io.painchain.gitlab.integration;
