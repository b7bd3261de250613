/** GitLab's API as one token sees it: requests, refusals in words, rate limits. Knows nothing of our model. */
package io.painchain.gitlab.api;
