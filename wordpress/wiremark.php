<?php
/**
 * Plugin Name:       wiremark
 * Description:       Compares the draft in the block editor with wire copy and with other posts, and marks what they share, whose quotes and figures differ, and who is named. What is stored is never touched.
 * Version:           0.1.0
 * Requires at least: 6.1
 * Requires PHP:      7.4
 * License:           MIT OR Apache-2.0
 * Text Domain:       wiremark
 *
 * @package wiremark
 */

namespace Wiremark;

defined( 'ABSPATH' ) || exit;

/** What WordPress calls our script, and our style sheet. */
const HANDLE = 'wiremark';

/** Where our files are looked for again: it changes with every version. */
const VERSION = '0.1.0';

/** What of WordPress the sidebar is made of. */
const NEEDS = array( 'wp-api-fetch', 'wp-block-editor', 'wp-components', 'wp-data', 'wp-edit-post', 'wp-editor', 'wp-element', 'wp-plugins', 'wp-url' );

/** The editor of posts alone gets the sidebar: neither widgets nor templates are copy. */
function enqueue() {
	$screen = get_current_screen();
	if ( ! $screen || 'post' !== $screen->base ) {
		return;
	}
	wp_enqueue_script( HANDLE, plugins_url( 'sidebar.js', __FILE__ ), NEEDS, VERSION, true );
	wp_enqueue_style( HANDLE, plugins_url( 'sidebar.css', __FILE__ ), array( 'wp-components' ), VERSION );
}
add_action( 'enqueue_block_editor_assets', __NAMESPACE__ . '\enqueue' );

/**
 * Our script imports others, so it is a module. WordPress has a way of its own for those from 6.5 on only, and none for
 * a module that needs its classic scripts.
 *
 * @param string $tag    What is written into the page.
 * @param string $handle The script that it is about.
 * @param string $source The address of the script.
 */
function as_module( $tag, $handle, $source ) {
	if ( HANDLE !== $handle ) {
		return $tag;
	}
	// phpcs:ignore WordPress.WP.EnqueuedResources.NonEnqueuedScript -- It is enqueued: this is its tag.
	return sprintf( "<script type=\"module\" src=\"%s\" id=\"%s-js\"></script>\n", esc_url( $source ), esc_attr( HANDLE ) );
}
add_filter( 'script_loader_tag', __NAMESPACE__ . '\as_module', 10, 3 );
