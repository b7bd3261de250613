package io.painchain.simulator.api.call;

/** A source made for one request. */
public record LiveSource(long stamp, Renderer renderer) implements Source {

    /** Makes the answer. */
    @FunctionalInterface
    public interface Renderer {

        Answer render() throws ApiException;
    }

    @Override
    public Answer render() throws ApiException {
        return renderer.render();
    }
}
