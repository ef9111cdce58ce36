// The few pictures the window uses, drawn in the colour of the text around them. Runs in the window.
import type { ReactNode } from 'react';

interface IconProps {
  readonly size?: number;
}

function icon(drawing: ReactNode) {
  return function Icon({ size = 18 }: IconProps) {
    return (
      <svg
        width={size}
        height={size}
        viewBox="0 0 24 24"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
        focusable="false"
      >
        {drawing}
      </svg>
    );
  };
}

export const CheckIcon = icon(<path d="M5 12.5 10 17.5 19.5 7" />);
export const CrossIcon = icon(<path d="M6 6 18 18M18 6 6 18" />);
export const PlusIcon = icon(<path d="M12 5v14M5 12h14" />);
export const ChevronIcon = icon(<path d="M9 5l7 7-7 7" />);
export const FolderIcon = icon(
  <path d="M3 7a2 2 0 0 1 2-2h4l2 2.5h8a2 2 0 0 1 2 2V17a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2Z" />,
);
export const SearchIcon = icon(<path d="M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM15.5 15.5 21 21" />);
export const WarningIcon = icon(<path d="M12 4 2.8 20h18.4ZM12 10v4.5M12 17.2v.1" />);
export const InfoIcon = icon(<path d="M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM12 11v5.5M12 7.6v.1" />);
export const LeftIcon = icon(<path d="M14.5 5.5 8 12l6.5 6.5" />);
export const RightIcon = icon(<path d="M9.5 5.5 16 12l-6.5 6.5" />);
export const CameraIcon = icon(
  <path d="M4 7.5h3.5l1.6-2.5h5.8l1.6 2.5H20a1 1 0 0 1 1 1V18a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V8.5a1 1 0 0 1 1-1ZM12 9.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7Z" />,
);
export const LockIcon = icon(
  <path d="M6.5 11h11a1.5 1.5 0 0 1 1.5 1.5v6a1.5 1.5 0 0 1-1.5 1.5h-11A1.5 1.5 0 0 1 5 18.5v-6A1.5 1.5 0 0 1 6.5 11ZM8 11V8a4 4 0 0 1 8 0v3" />,
);
export const PacketIcon = icon(
  <path d="M12 3 20.5 7.5v9L12 21 3.5 16.5v-9ZM3.8 7.7 12 12l8.2-4.3M12 12v9" />,
);
